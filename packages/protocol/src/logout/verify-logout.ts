import type { RejectionReason, TraceStep } from '@countersign/claims';
import { digestOf } from '../bytes.js';
import type { ProofPolicy } from '../policy.js';
import { type Verifier, verifierOf } from '../verifier/verifier.js';
import { type VerifyProof, verifyWith } from '../verifier/verify.js';
import { logoutChecks } from './checks.js';
import { type LogoutClaims, logoutClaims } from './claims.js';

export type VerifyLogout = Pick<VerifyProof, 'token' | 'keys' | 'now' | 'decryptionKeys'> & {
  readonly policy: ProofPolicy;
};

/** Whom it signs out: everybody of a subject, or where one session of the provider's was. */
export type LogoutVerdict =
  | { readonly kind: 'verified'; readonly claims: LogoutClaims; readonly fingerprint: string }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason };

export type LogoutJudgement = {
  readonly verdict: LogoutVerdict;
  readonly steps: readonly TraceStep[];
};

export const logoutVerifier: Verifier = verifierOf(logoutChecks);

/** What single use of a logout token counts by. */
export const logoutFingerprint = async (jti: string): Promise<string> => `logout:${await digestOf(jti)}`;

/**
 * Judges a logout token. Never throws for what somebody sent; that it is used once is the store's to decide, by the
 * fingerprint. OpenID Connect Back-Channel Logout 1.0, section 2.6.
 */
export const verifyLogout = (input: VerifyLogout): Promise<LogoutJudgement> =>
  verifyLogoutWith(logoutVerifier, input);

export async function verifyLogoutWith(verifier: Verifier, input: VerifyLogout): Promise<LogoutJudgement> {
  // It answers nothing: there is no attempt, and no check in the list asks for one.
  const attempt = { nonce: '', startedAt: input.now };
  const { verdict, steps } = await verifyWith(verifier, { ...input, attempt });
  if (verdict.kind === 'rejected') return { verdict, steps };
  const claims = logoutClaims.safeParse(verdict.claims);
  if (!claims.success) return { verdict: { kind: 'rejected', reason: 'claims_malformed' }, steps };
  const fingerprint = await logoutFingerprint(claims.data.jti);
  return { verdict: { kind: 'verified', claims: claims.data, fingerprint }, steps };
}
