import { type RejectionReason, rejectionReasons } from '@countersign/claims';
import type { Judgement, VerifyProof } from '@countersign/protocol';
import { compactDecrypt, compactVerify, importJWK, type JWK } from 'jose';

const HANG_MS = 50;
/** A machine pauses; a hang comes back, and takes the time of the processor, which no neighbour can take for it. */
const TIMES = 5;

/** What is fuzzed. */
export type Verify = (proof: VerifyProof) => Promise<Judgement>;

export type Finding = { readonly what: string; readonly token: string };

type Timed = { readonly judgement: Judgement; readonly ms: number; readonly processorMs: number };

async function timed(verify: Verify, proof: VerifyProof): Promise<Timed> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const judgement = await verify(proof);
  const { user, system } = process.cpuUsage(before);
  return { judgement, ms: performance.now() - begun, processorMs: (user + system) / 1_000 };
}

const told = (proof: VerifyProof): string => JSON.stringify(String(proof.token)).slice(0, 2_000);

export type Execution = {
  readonly ms: number;
  /** The machine paused in the middle: the time is the processor's, of the best of some further tries. */
  readonly paused: boolean;
  readonly finding: Finding | undefined;
};

/** One execution: how long it took, and what is wrong with what came of it. */
export async function runOne(verify: Verify, proof: VerifyProof): Promise<Execution> {
  const found = (what: string): Finding => ({ what, token: told(proof) });
  try {
    const { judgement, ms: first } = await timed(verify, proof);
    const paused = first > HANG_MS;
    const ms = paused ? await repeated(verify, proof) : first;
    if (ms > HANG_MS)
      return { ms, paused, finding: found(`a hang of ${Math.round(ms)} ms, the best of ${TIMES}`) };
    const wrong = await wrongIn(judgement, proof);
    return { ms, paused, finding: wrong === undefined ? undefined : found(wrong) };
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ms: 0, paused: false, finding: found(`it threw: ${told}`) };
  }
}

async function repeated(verify: Verify, proof: VerifyProof): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES; time++) best = Math.min(best, (await timed(verify, proof)).processorMs);
  return best;
}

/** A refusal has a reason of the closed list and one failed step; what is verified, jose verifies as well. */
async function wrongIn({ verdict, steps }: Judgement, proof: VerifyProof): Promise<string | undefined> {
  const failures = steps.filter(({ outcome }) => outcome === 'failed').length;
  if (verdict.kind === 'rejected') {
    if (!Object.hasOwn(rejectionReasons, verdict.reason satisfies RejectionReason))
      return `an unknown reason: ${verdict.reason}`;
    return failures === 1 ? undefined : `refused with ${failures} failed steps`;
  }
  if (verdict.kind !== 'verified' || failures > 0) return `${verdict.kind} with ${failures} failed steps`;
  const { policy, attempt } = proof;
  const { iss, sub, aud, nonce } = verdict.claims;
  if (iss !== policy.issuer.url || [aud].flat().join() !== policy.audience || nonce !== attempt.nonce)
    return 'verified, and for somebody else';
  if (verdict.person.subject !== sub || typeof sub !== 'string') return 'verified, and another person';
  return (await isGenuine(proof)) ? undefined : 'verified, and jose says that nobody signed it';
}

async function isGenuine({ token, keys, decryptionKeys = [] }: VerifyProof): Promise<boolean> {
  const all = typeof keys === 'function' ? [] : keys;
  const signed = token.split('.').length === 5 ? await opened(token, decryptionKeys) : token;
  for (const jwk of all)
    for (const algorithm of ['RS256', 'PS256', 'ES256', 'EdDSA'])
      try {
        const { alg: _, use: __, ...bare } = jwk;
        await compactVerify(signed, await importJWK(bare, algorithm), { algorithms: [algorithm] });
        return true;
      } catch {
        // Not by this key; the next may have made it.
      }
  return false;
}

async function opened(token: string, keys: readonly JWK[]): Promise<string> {
  for (const jwk of keys)
    try {
      const { plaintext } = await compactDecrypt(token, await importJWK(jwk));
      return new TextDecoder().decode(plaintext);
    } catch {
      // Not for this key.
    }
  return '';
}
