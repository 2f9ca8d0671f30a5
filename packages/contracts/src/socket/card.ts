import { anyCardBody, cardOutcome, cardState, cardWish, wayToPay } from '@countersign/claims';
import { z } from 'zod';
import { clientId, id } from '../names.js';

/** Something both sides can act on, within a message. What it says never changes, where it stands does. */
export const card = z.strictObject({
  id,
  conversation: id,
  /** Typed and versioned: `readCard` of `claims` reads it, or not at all. */
  body: anyCardBody,
  state: cardState,
  /** Of one that is accepted: it goes on as soon as its consumer has confirmed who they are. */
  awaitsProof: z.boolean(),
  /** Of the ways of a bill, the one that was chosen. */
  choice: z.string().nullable(),
  outcome: cardOutcome.nullable(),
  at: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** Until when it may be answered. */
  expiresAt: z.iso.datetime(),
});
export type Card = z.infer<typeof card>;

/** The agent proposes: by reference, the service fills in what the verified facts hold. */
export const proposeCard = z.strictObject({ clientId, conversation: id, wish: cardWish });
export type ProposeCard = z.infer<typeof proposeCard>;

export const cardRef = z.strictObject({ card: id });
export type CardRef = z.infer<typeof cardRef>;

/** The consumer says yes, of a bill by which way, or no. The same again is answered with how it stands. */
export const answerCard = z.strictObject({
  card: id,
  answer: z.enum(['accept', 'decline']),
  choice: wayToPay.shape.id.optional(),
});
export type AnswerCard = z.infer<typeof answerCard>;
