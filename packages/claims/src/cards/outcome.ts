import { z } from 'zod';
import { money, text } from '../facts/values.js';
import { cardKind } from './card.js';

/** What the consumer keeps of it. */
export const receipt = z.strictObject({
  number: text(64),
  total: money.optional(),
  lines: z.array(z.strictObject({ label: text(80), value: text(160) })).max(12),
});
export type Receipt = z.infer<typeof receipt>;

/** What the brand's backend answers. */
export const actionAnswer = z.strictObject({
  outcome: z.enum(['done', 'refused']),
  /** For the consumer, in a sentence. */
  note: text(400).optional(),
  receipt: receipt.optional(),
});
export type ActionAnswer = z.infer<typeof actionAnswer>;

/** How it came out. `by`: the brand refused; it was not reached in time, or not understood: then nobody knows whether it was done. */
export const cardOutcome = z.strictObject({
  outcome: z.enum(['done', 'refused']),
  by: z.enum(['brand', 'not_reached', 'not_understood']),
  note: z.string().nullable(),
  receipt: receipt.nullable(),
});
export type CardOutcome = z.infer<typeof cardOutcome>;

/** Where a card stands. The first three go on, the others are the end. */
export const cardState = z.enum([
  'proposed',
  'accepted',
  'executing',
  'done',
  'refused',
  'declined',
  'expired',
  'withdrawn',
]);
export type CardState = z.infer<typeof cardState>;

/** What the service asks the brand's backend to do. A backend takes what it does not know yet for what it is. */
export const actionRequest = z.object({
  /** Of the card: whoever has done it once answers the same again. */
  id: z.uuid(),
  kind: cardKind,
  consumer: z.object({ issuer: z.string(), subject: z.string() }),
  card: z.looseObject({ type: z.string(), version: z.int() }),
  /** How well it was proven who accepted, and when. */
  assurance: z.enum(['verified', 'step-up']),
  provenAt: z.iso.datetime(),
  /** Of the ways of a bill. */
  choice: z.string().nullable(),
});
export type ActionRequest = z.infer<typeof actionRequest>;
