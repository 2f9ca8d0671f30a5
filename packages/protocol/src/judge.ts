import type { IdTokenClaims, TraceStep, Verdict } from '@countersign/claims';
import type { JWK } from 'jose';
import type { Judged } from './checks/check.js';
import { claimChecks } from './checks/index.js';
import { steps } from './envelope/checks.js';
import { fingerprint, jtiFingerprint } from './envelope/fingerprint.js';
import { chooseKey } from './envelope/key.js';
import type { OpenedProof } from './envelope/open.js';
import { readClaims } from './envelope/read-claims.js';
import { verifySignature } from './envelope/signature.js';
import type { AttemptToJudge, ProofPolicy } from './policy.js';
import type { Outcome, Rejection } from './rejection.js';
import { type CheckInfo, failed, passed, skipped } from './step.js';

export type JudgeProof = {
  readonly opened: OpenedProof;
  readonly policy: ProofPolicy;
  /** The issuer's keys as it publishes them now. */
  readonly keys: readonly JWK[];
  readonly attempt: AttemptToJudge;
  readonly now: Date;
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
};

/** What came of it, with every step from the first. */
export type Judgement = {
  readonly verdict: Verdict;
  readonly steps: readonly TraceStep[];
  /** What single use counts by: the signing input's digest and, where present, that of `jti`. */
  readonly fingerprints: readonly string[];
  readonly keyId: string | undefined;
};

type Verified = { claims: IdTokenClaims; keyId: string | undefined };

/**
 * The second half of judging: key, signature and claims, in the order of the standard.
 * Pure but for WebCrypto, and never throws. Single use is the store's to decide, by the fingerprints.
 */
export async function judgeProof(input: JudgeProof): Promise<Judgement> {
  const made: TraceStep[] = [...input.opened.steps];
  const verified = await verify(input, made);
  const outcome = verified.ok ? await checkClaims(input, verified.value, made) : verified;
  const keyId = verified.ok ? verified.value.keyId : input.opened.keyId;
  return {
    verdict: outcome.ok
      ? verdictOf(input, outcome.value)
      : { kind: 'rejected', reason: outcome.rejection.reason },
    steps: withSkipped(made),
    fingerprints: outcome.ok ? await fingerprintsOf(input.opened, outcome.value.claims) : [],
    keyId,
  };
}

async function verify({ opened, keys }: JudgeProof, made: TraceStep[]): Promise<Outcome<Verified>> {
  const note = <Value>(info: CheckInfo, outcome: Outcome<Value>): Outcome<Value> => {
    made.push(outcome.ok ? passed(info) : failed(info, outcome.rejection));
    return outcome;
  };
  const key = note(steps.key, chooseKey(keys, opened.header));
  if (!key.ok) return key;
  const payload = note(steps.signature, await verifySignature(opened.token, key.value, opened.header.alg));
  if (!payload.ok) return payload;
  const claims = note(steps.claims, readClaims(payload.value));
  return claims.ok ? { ok: true, value: { claims: claims.value, keyId: key.value.kid } } : claims;
}

async function checkClaims(
  input: JudgeProof,
  verified: Verified,
  made: TraceStep[],
): Promise<Outcome<Verified>> {
  const judged: Judged = { ...input, header: input.opened.header, claims: verified.claims };
  for (const check of claimChecks) {
    const rejection: Rejection | undefined = await check.run(judged);
    made.push(rejection ? failed(check, rejection) : passed(check));
    if (rejection) return { ok: false, rejection };
  }
  return { ok: true, value: verified };
}

const verdictOf = ({ policy }: JudgeProof, { claims, keyId }: Verified): Verdict => ({
  kind: 'verified',
  person: { issuer: policy.issuer.url, subject: claims.sub },
  claims,
  ...(keyId === undefined ? {} : { keyId }),
});

async function fingerprintsOf({ signingInput }: OpenedProof, { jti }: IdTokenClaims): Promise<string[]> {
  const whole = await fingerprint(signingInput);
  return jti === undefined ? [whole] : [whole, await jtiFingerprint(jti)];
}

const order: readonly CheckInfo[] = [...Object.values(steps), ...claimChecks];

/** What was not reached stands in the trace as skipped: the reader sees how far it came. */
export function withSkipped(made: readonly TraceStep[]): TraceStep[] {
  const done = new Set(made.map(({ check }) => check));
  return [...made, ...order.filter(({ name }) => !done.has(name)).map(skipped)];
}
