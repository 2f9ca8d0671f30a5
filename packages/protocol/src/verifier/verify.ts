import type { TraceStep } from '@countersign/claims';
import type { JWK } from 'jose';
import type { AttemptToJudge, ProofPolicy } from '../policy.js';
import { type Rejection, reject } from '../rejection.js';
import { failed } from '../step.js';
import { shellSteps } from '../trace.js';
import { type Judgement, judgeWith, noFingerprints } from './judge.js';
import { openWith } from './open.js';
import { withRest } from './tracing.js';
import { standard, type Verifier } from './verifier.js';

/** Answers the issuer's keys. It is told which key the token names, to fetch again when that one is new. */
export type KeySource = (keyId: string | undefined) => Promise<readonly JWK[] | undefined>;

export type VerifyProof = {
  readonly token: string;
  readonly policy: ProofPolicy;
  /** The issuer's keys as it publishes them now, or how to ask for them. Asked only if the token deserves it. */
  readonly keys: readonly JWK[] | KeySource;
  readonly attempt: AttemptToJudge;
  readonly now: Date;
  /** Private keys whose public halves the brand publishes for encryption. */
  readonly decryptionKeys?: readonly JWK[];
  /** Present in Code Flow. */
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
};

/**
 * Judges a token by every check there is: form, envelope, header, key, signature and claims, in that order.
 * Never throws for what somebody sent. Pure but for WebCrypto and for `keys`, where that is a function.
 * OpenID Connect Core 1.0, section 3.1.3.7.
 */
export const verifyProof = (input: VerifyProof): Promise<Judgement> => verifyWith(standard, input);

export async function verifyWith(
  verifier: Verifier,
  { token, decryptionKeys, keys, ...rest }: VerifyProof,
): Promise<Judgement> {
  const { policy } = rest;
  const opened = await openWith(verifier, { token, policy, decryptionKeys: decryptionKeys ?? [] });
  const refusal = ({ reason }: Rejection, steps: readonly TraceStep[]): Judgement => ({
    verdict: { kind: 'rejected', reason },
    steps: withRest(steps, verifier.lines),
    fingerprints: noFingerprints,
    keyId: undefined,
  });
  if (!opened.ok) return refusal(opened.rejection, opened.steps);
  const published = typeof keys === 'function' ? await fetched(keys, opened.keyId) : keys;
  if (published) return judgeWith(verifier, { opened, keys: published, ...rest });
  const unavailable = reject('keys_unavailable');
  return refusal(unavailable, [...opened.steps, failed(shellSteps.keys, unavailable)]);
}

/** A source that breaks has no keys: the trace says so, and nobody is let in. */
async function fetched(source: KeySource, keyId: string | undefined): Promise<readonly JWK[] | undefined> {
  try {
    return await source(keyId);
  } catch {
    return undefined;
  }
}
