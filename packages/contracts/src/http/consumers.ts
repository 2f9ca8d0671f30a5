import { fact } from '@countersign/claims';
import { z } from 'zod';
import { id } from '../names.js';
import { card } from '../socket/card.js';
import { formerFact } from './facts.js';

const at = z.iso.datetime();

/** `GET /v1/operator/brands/{slug}/consumers?issuer=…&subject=…`. */
export const findConsumer = z.strictObject({
  issuer: z.string().min(1).max(400),
  subject: z.string().min(1).max(255),
});
export const foundConsumer = z.strictObject({ id });
export type FoundConsumer = z.infer<typeof foundConsumer>;

const message = z.strictObject({
  number: z.number().int(),
  from: z.string(),
  text: z.string(),
  /** Of a line that nobody wrote: what happened. */
  event: z.record(z.string(), z.unknown()).nullable(),
  at,
  stamp: z.strictObject({ assurance: z.string(), issuer: z.string().nullable() }),
});

/** `GET …/consumers/{consumer}/export`: all that is known of them, as they may have it. */
export const consumerExport = z.strictObject({
  consumer: z.strictObject({
    id,
    issuer: z.string(),
    subject: z.string(),
    name: z.string().nullable(),
    since: at,
  }),
  /** With who said each, when, and until when it holds. */
  facts: z.array(fact),
  formerFacts: z.array(formerFact),
  pageFacts: z.array(fact),
  sessions: z.array(
    z.strictObject({
      id,
      connection: z.string(),
      origin: z.string(),
      openedAt: at,
      verifiedAt: at.nullable(),
      endedAt: at.nullable(),
      endReason: z.string().nullable(),
    }),
  ),
  conversations: z.array(
    z.strictObject({
      id,
      state: z.string(),
      openedAt: at,
      endedAt: at.nullable(),
      linkedTo: id.nullable(),
      messages: z.array(message),
      /** What they thought of it. */
      rating: z.strictObject({ score: z.number().int(), comment: z.string().nullable(), at }).nullable(),
      /** The history of identity beside it. */
      identity: z.array(
        z.strictObject({
          kind: z.string(),
          at,
          issuer: z.string().nullable(),
          connection: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What was proposed to them, what they answered, and how it came out. */
  cards: z.array(card),
  /** What they are: the files themselves are read as ever. */
  attachments: z.array(
    z.strictObject({
      id,
      conversation: id.nullable(),
      by: z.string(),
      name: z.string(),
      type: z.string(),
      bytes: z.number().int(),
      at,
    }),
  ),
});
export type ConsumerExport = z.infer<typeof consumerExport>;

/** `DELETE …/consumers/{consumer}`: what was erased. Asked again, nothing more. */
export const erasedView = z.strictObject({
  erased: z.literal(true),
  conversations: z.number().int(),
  messages: z.number().int(),
  sessions: z.number().int(),
});
export type ErasedView = z.infer<typeof erasedView>;

/** `GET …/erasures`: to be kept outside the database. A backup that is restored forgets them again. */
export const erasuresView = z.strictObject({
  erasures: z.array(z.strictObject({ id, consumer: id, at })),
});
