/**
 * What an authorization service remembers: codes, access tokens, requests that wait for a sign-in, and who signed out.
 * Records are plain JSON; keys hold hashes, so that a copy of the store is no bag of codes.
 *
 * One process is served by `memoryStore()`. Several share one store, of which they need three promises: what was put
 * is seen by all at once (no replica that lags); `use` counts in one atomic step; a record is gone after `expiresAt`
 * and not before. With SQL `use` is one `UPDATE … SET used = used + 1 … RETURNING used - 1, record`; with Redis a
 * `HINCRBY` and an `HGET` in one `MULTI`.
 */
export type AuthorizationStore = {
  /** Keeps the record, in place of one with the same key. */
  readonly put: (key: string, record: object, expiresAt: Date) => Promise<void>;
  readonly get: (key: string) => Promise<unknown>;
  /** Counts one use, and answers the record with how often it had been used before: of two at once, one gets 0. */
  readonly use: (key: string) => Promise<{ readonly record: unknown; readonly before: number } | undefined>;
};
