import { setImmediate as turn } from 'node:timers/promises';
import { type Point, slopeOf } from '../measure/statistics.js';
import { judged } from '../verify/countersign.js';
import { makeSigningKey } from '../verify/signing.js';
import { policyWith } from '../verify/world.js';
import { crowd, type Presented } from './crowd.js';

export type MemoryResult = {
  readonly verifications: number;
  /** Heap and the buffers beside it, after garbage collection. */
  readonly checkpoints: readonly { readonly verifications: number; readonly bytes: number }[];
  readonly bytesEach: number;
  readonly flat: boolean;
};

/** The smallest object that could be kept for each verification is larger. */
export const FLAT_BYTES_EACH = 8;
const AT_ONCE = 32;
/** The first quarter warms up: code is compiled, and tables find their size. */
const WARM_UP = 0.25;

async function held(): Promise<number> {
  const { gc } = globalThis;
  if (!gc) throw new Error('Memory is measured under node --expose-gc');
  // What waits for a finaliser goes in the second round.
  await turn();
  gc();
  await turn();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function verifyAll(proofs: readonly Presented[], keys: Parameters<typeof judged>[0]['keys']) {
  const policy = policyWith('refused');
  let next = 0;
  const lane = async () => {
    for (let proof = proofs[next++]; proof; proof = proofs[next++]) {
      const { token, attempt, expected } = proof;
      await judged({ token, policy, keys, attempt }, expected);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Many verifications of different tokens, under keys that are fetched anew at each checkpoint. */
export async function memory({
  checkpoints,
  each,
}: {
  readonly checkpoints: number;
  readonly each: number;
}): Promise<MemoryResult> {
  const key = await makeSigningKey('ES256');
  const measured: { verifications: number; bytes: number }[] = [];
  for (let at = 1; at <= checkpoints; at++) {
    await verifyAll(await crowd(key, each), [structuredClone(key.jwk)]);
    measured.push({ verifications: at * each, bytes: await held() });
  }
  return { verifications: checkpoints * each, checkpoints: measured, ...judgedFlat(measured) };
}

/** Whether memory is flat once everything is warm: by the slope of a line through the checkpoints. */
export function judgedFlat(
  checkpoints: MemoryResult['checkpoints'],
): Pick<MemoryResult, 'bytesEach' | 'flat'> {
  const warm = checkpoints.slice(Math.floor(checkpoints.length * WARM_UP));
  const points: Point[] = warm.map(({ verifications, bytes }) => ({ x: verifications, y: bytes }));
  const bytesEach = slopeOf(points);
  return { bytesEach, flat: bytesEach <= FLAT_BYTES_EACH };
}
