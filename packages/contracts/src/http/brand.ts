import { factSet } from '@countersign/claims';
import { z } from 'zod';
import { moment } from '../names.js';

/**
 * `PUT /v1/connections/{connection}/consumers/{subject}/facts`. Header `Authorization: Bearer {API key}`.
 * Replaces what this source said before. `version` rises strictly: lower is `facts_out_of_date`.
 */
export const pushFacts = z.strictObject({
  version: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  asOf: moment,
  holdsUntil: moment.optional(),
  facts: factSet,
});
export type PushFacts = z.infer<typeof pushFacts>;

export const pushFactsResult = z.strictObject({
  version: z.number().int(),
  /** `pending`: the subject is not yet proven here; kept for 24 hours, seen by nobody. */
  state: z.enum(['stored', 'unchanged', 'pending']),
});
export type PushFactsResult = z.infer<typeof pushFactsResult>;

/** `POST /v1/connections/{connection}/consumers/{subject}/sessions/end` */
export const endSessionsResult = z.strictObject({ ended: z.number().int() });

/** What a key of a brand's backend may be made for. */
export const apiKeyRight = z.enum(['facts:write', 'facts:read', 'sessions:end', 'traces:read']);
export type ApiKeyRight = z.infer<typeof apiKeyRight>;
