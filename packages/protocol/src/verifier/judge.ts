import type { IdTokenClaims, TraceStep, Verdict } from '@countersign/claims';
import type { JWK } from 'jose';
import { fingerprint, jtiFingerprint } from '../envelope/fingerprint.js';
import { isKey, keysMeant } from '../envelope/key.js';
import { decodeText } from '../envelope/read.js';
import { readObject } from '../json.js';
import type { AttemptToJudge, ProofPolicy } from '../policy.js';
import { accepted, type Outcome, refused, reject } from '../rejection.js';
import type { OpenedProof } from './open.js';
import { ask, askSlowly, withRest } from './tracing.js';
import { standard, type Verifier } from './verifier.js';

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
  readonly verdict: Exclude<Verdict, { kind: 'declined' }>;
  readonly steps: readonly TraceStep[];
  /**
   * What single use counts by: the signing input's digest and, where present, that of `jti`. Digested when it is
   * asked for; none for a proof that was refused.
   */
  readonly fingerprints: () => Promise<readonly string[]>;
  readonly keyId: string | undefined;
  /** The key that was meant, whether or not it verified. */
  readonly key?: JWK;
};

type Verified = { readonly claims: IdTokenClaims; readonly key: JWK };

/**
 * The second half of judging: key, signature and claims, in the order of the standard.
 * Pure but for WebCrypto, and never throws. Single use is the store's to decide, by the fingerprints.
 */
export const judgeProof = (input: JudgeProof): Promise<Judgement> => judgeWith(standard, input);

export async function judgeWith(verifier: Verifier, input: JudgeProof): Promise<Judgement> {
  const made: TraceStep[] = [...input.opened.steps];
  const key = chooseKey(verifier, input, made);
  const verified = key.ok ? await verify(verifier, input, key.value, made) : key;
  const steps = withRest(made, verifier.lines);
  if (!verified.ok)
    return {
      verdict: { kind: 'rejected', reason: verified.rejection.reason },
      steps,
      fingerprints: noFingerprints,
      keyId: key.ok ? key.value.kid : input.opened.keyId,
      ...(key.ok ? { key: key.value } : {}),
    };
  return {
    verdict: verdictOf(input, verified.value),
    steps,
    fingerprints: () => fingerprintsOf(input.opened, verified.value.claims),
    keyId: verified.value.key.kid,
    key: verified.value.key,
  };
}

function chooseKey(
  { checks }: Verifier,
  { opened: { header }, keys }: JudgeProof,
  made: TraceStep[],
): Outcome<JWK> {
  const published = keys.filter(isKey);
  const meant = keysMeant(published, header);
  const wrong = ask(checks.key, { header, published, meant }, made);
  const [key] = meant;
  return wrong || !key ? refused(wrong ?? reject('key_unknown')) : accepted(key);
}

async function verify(
  { checks }: Verifier,
  input: JudgeProof,
  key: JWK,
  made: TraceStep[],
): Promise<Outcome<Verified>> {
  const { policy, attempt, now, accessToken, code } = input;
  const { header, outer, signingInput, payload, signature } = input.opened;
  const holds = askSlowly(checks.signature, { header, signingInput, signature, key }, made);
  // Read while another thread verifies the signature; believed only afterwards.
  const text = decodeText(payload);
  const members = readObject(text ?? '');
  const forged = await holds;
  if (forged) return refused(forged);
  const malformed = ask(checks.payload, { text, members, policy }, made);
  if (malformed || members === undefined) return refused(malformed ?? reject('claims_malformed'));
  // The check of the claims has tested it: what follows is typed.
  const claims = members as IdTokenClaims;
  const judged = { header, outer, claims, policy, attempt, now, accessToken, code };
  const wrong = await askSlowly(checks.claims, judged, made);
  return wrong ? refused(wrong) : accepted({ claims, key });
}

export const noFingerprints = async (): Promise<readonly string[]> => [];

async function fingerprintsOf(
  { signingInput }: OpenedProof,
  { jti }: IdTokenClaims,
): Promise<readonly string[]> {
  const whole = await fingerprint(signingInput);
  return jti === undefined ? [whole] : [whole, await jtiFingerprint(jti)];
}

const verdictOf = ({ policy }: JudgeProof, { claims, key }: Verified): Judgement['verdict'] => ({
  kind: 'verified',
  person: { issuer: policy.issuer.url, subject: claims.sub },
  claims,
  ...(key.kid === undefined ? {} : { keyId: key.kid }),
});

/** For a caller that stops between the halves: what was not reached, as skipped. */
export const withSkipped = (made: readonly TraceStep[]): readonly TraceStep[] =>
  withRest(made, standard.lines);
