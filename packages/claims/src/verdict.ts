import { z } from 'zod';
import { type RejectionReason, rejectionReasonNames } from './reasons.js';
import type { IdTokenClaims } from './tokens.js';

/** A person as an issuer vouches for them: known by issuer and subject, never by an address. */
export type Person = {
  /** The canonical spelling of the issuer. */
  readonly issuer: string;
  readonly subject: string;
};

/** What became of a proof. */
export type Verdict =
  | {
      readonly kind: 'verified';
      readonly person: Person;
      readonly claims: IdTokenClaims;
      readonly keyId?: string;
    }
  | { readonly kind: 'declined' }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason };

export const rejectionReason = z.enum(rejectionReasonNames as [RejectionReason, ...RejectionReason[]]);

/**
 * One step of a trace. `expected` and `seen` are already redacted: plain only for
 * `iss aud azp iat exp nbf auth_time acr alg enc typ cty kid`, never longer than 200 characters.
 */
export const traceStep = z.strictObject({
  check: z.string(),
  sentence: z.string(),
  clause: z.string().optional(),
  /** `skipped`: not reached. `not_tried`: the token tester leaves it out, since it has no attempt and uses nothing up. */
  outcome: z.enum(['passed', 'failed', 'skipped', 'not_tried']),
  expected: z.string().max(200).optional(),
  seen: z.string().max(200).optional(),
});
export type TraceStep = z.infer<typeof traceStep>;

const shown = z.record(z.string().max(64), z.string().max(200));

/**
 * What a token says, whether or not it was believed. Values only for the names above; `sub` and `email` as eight
 * hex digits of an HMAC of the brand's, so that two attempts can be compared; of every other claim that it is there.
 */
export const tokenShown = z.strictObject({
  /** Outermost first: of an encrypted token the envelope's, then the signed token's. */
  headers: z.array(shown).max(2),
  claims: shown,
  /** Claims whose very names are not shown. */
  others: z.number().int().nonnegative(),
});
export type TokenShown = z.infer<typeof tokenShown>;

/** Every check of one attempt in the order it ran, and what came of it. */
export const trace = z.strictObject({
  attempt: z.string(),
  connection: z.string(),
  flow: z.enum(['code', 'implicit']),
  outcome: z.enum(['verified', 'declined', 'rejected']),
  reason: rejectionReason.optional(),
  hint: z.string().optional(),
  keyId: z.string().optional(),
  /** The signing key's SHA-256 thumbprint, base64url. RFC 7638. */
  keyThumbprint: z.string().optional(),
  /** The page that asked; `app` for an app. */
  origin: z.string().max(200).optional(),
  token: tokenShown.optional(),
  /** The clock the checks were made by. */
  now: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  steps: z.array(traceStep),
  /** Facts that were asked for and did not come, in words (userinfo down, say). */
  notes: z.array(z.string()).default([]),
});
export type Trace = z.infer<typeof trace>;
