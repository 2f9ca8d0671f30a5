import { assurance, conflict, fact } from '@countersign/claims';
import { z } from 'zod';
import { connectionKey, id } from '../names.js';

const at = z.iso.datetime();

/** Somebody's browser that is signed in now. */
export const liveSession = z.strictObject({
  id,
  connection: connectionKey,
  assurance,
  openedAt: at,
  verifiedAt: at.nullable(),
  holdsUntil: at.nullable(),
});
export type LiveSessionView = z.infer<typeof liveSession>;

/** What a verified fact said until it said something else. */
export const formerFact = z.strictObject({ fact, replacedAt: at });
export type FormerFact = z.infer<typeof formerFact>;

const PAGE_NOTE = 'Sent by the web page. Not proof of anything.';

/**
 * `GET /v1/connections/{connection}/consumers/{subject}/facts`: what is known of a consumer, by where it comes from. Of
 * verified facts one of each name, of its strongest source; what the page says stands apart and is never among them.
 */
export const consumerFacts = z.strictObject({
  consumer: z.strictObject({ id, issuer: z.string(), subject: z.string() }),
  at,
  /** Each with source, issuer, key, time and end. `sealed`: the issuer is authoritative for this very claim. */
  verified: z.array(fact),
  page: z.strictObject({
    note: z.literal(PAGE_NOTE),
    /** Of browsers that are signed in now: what each page said last. */
    facts: z.array(z.strictObject({ session: id, fact })),
  }),
  /** A verified value, and what a page says instead. */
  conflicts: z.array(conflict),
  sessions: z.array(liveSession),
});
export type ConsumerFacts = z.infer<typeof consumerFacts>;
export const pageNote = PAGE_NOTE;
