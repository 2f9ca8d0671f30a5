import type { Judgement } from '../verifier/judge.js';
import { verifierOf } from '../verifier/verifier.js';
import { type VerifyProof, verifyWith } from '../verifier/verify.js';
import { type Before, renewalChecks } from './checks.js';

export type VerifyRenewal = Omit<VerifyProof, 'attempt' | 'code'> & {
  readonly before: Before;
  /** When the provider was asked: what it answers is not older. */
  readonly askedAt: Date;
};

/** Judges an ID token that came for a refresh token. OpenID Connect Core 1.0, section 12.2. */
export const verifyRenewal = ({ before, askedAt, ...input }: VerifyRenewal): Promise<Judgement> =>
  verifyWith(verifierOf(renewalChecks(before)), {
    ...input,
    attempt: { nonce: before.nonce, startedAt: askedAt },
  });
