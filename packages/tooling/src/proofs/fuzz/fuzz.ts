import { type VerifyProof, verifyProof } from '@countersign/protocol';
import {
  attacks,
  type HonestName,
  honestProofs,
  type Keyring,
  makeKeyring,
  present,
  presentAll,
} from '@countersign/protocol/attacks';
import fc from 'fast-check';
import { world } from '../world.js';
import { hostileChange, hostileToken, scratched } from './hostile.js';
import { GROWTH_LIMIT_BYTES, Memory } from './memory.js';
import { type Finding, runOne, type Verify } from './run-one.js';

export type FuzzResult = {
  readonly executions: number;
  readonly seconds: number;
  readonly slowestMs: number;
  /** How often the machine paused, so that an execution was measured again. */
  readonly pauses: number;
  readonly growthBytes: number;
  readonly findings: readonly Finding[];
};

const BATCH = 200;
const MOST_FINDINGS = 10;

export type FuzzOptions = {
  readonly seconds: number;
  readonly seed: number;
  readonly verify?: Verify;
  /** Stops after so many. */
  readonly mostFindings?: number;
};
type Made = (ring: Keyring) => Promise<VerifyProof>;

/** What to try next: an honest proof spoilt anew, a known attack spoilt further, or something that is no token. */
function nextOf(seeds: readonly VerifyProof[]): fc.Arbitrary<Made> {
  const kinds = fc.constantFrom(...(Object.keys(honestProofs) as HonestName[]));
  const [honest] = seeds;
  const known = fc.constantFrom(...seeds);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(kinds, hostileChange).map(
        ([of, change]): Made =>
          (ring) =>
            present(of, world, ring, change),
      ),
    },
    {
      weight: 6,
      arbitrary: fc.tuple(known, scratched).map(
        ([seed, edit]): Made =>
          async () => ({ ...seed, token: edit(seed.token) }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(known, known, fc.nat({ max: 4 })).map(
        ([one, other, at]): Made =>
          async () => ({ ...one, token: spliced(one.token, other.token, at) }),
      ),
    },
    {
      weight: 1,
      arbitrary: hostileToken.map(
        (token): Made =>
          async () => ({ ...(honest as VerifyProof), token: token as string }),
      ),
    },
  );
}

/** The parts of one token with one part of another. */
function spliced(one: string, other: string, at: number): string {
  const foreign = other.split('.');
  return one
    .split('.')
    .map((part, index) => (index === at ? (foreign[index] ?? '') : part))
    .join('.');
}

/** Tries what nobody thought of for as long as it is told. Seeded, so that a batch can be repeated. */
export async function fuzz({
  seconds,
  seed,
  verify = verifyProof,
  mostFindings = MOST_FINDINGS,
}: FuzzOptions): Promise<FuzzResult> {
  const ring = await makeKeyring();
  const table = await presentAll(attacks, world, ring);
  const seeds = table
    .flatMap(({ twin, proofs }) => [twin, ...proofs])
    .filter(({ token }) => token.length < 20_000);
  const next = nextOf(seeds);
  const memory = new Memory();
  const findings: Finding[] = [];
  const begun = performance.now();
  const passed = () => (performance.now() - begun) / 1_000;
  let [executions, slowestMs, pauses] = [0, 0, 0];
  const goesOn = () => passed() < seconds && findings.length < mostFindings;
  for (let batch = 0; goesOn(); batch++) {
    for (const make of fc.sample(next, { numRuns: BATCH, seed: seed + batch })) {
      const { ms, paused, finding } = await runOne(verify, await make(ring));
      executions++;
      pauses += paused ? 1 : 0;
      slowestMs = Math.max(slowestMs, ms);
      if (finding) findings.push({ ...finding, what: `batch ${seed + batch}: ${finding.what}` });
      memory.sample(passed() / seconds);
      if (!goesOn()) break;
    }
  }
  memory.sample(Number.POSITIVE_INFINITY);
  const growthBytes = memory.growth();
  if (findings.length === 0 && !(growthBytes <= GROWTH_LIMIT_BYTES))
    findings.push({ what: `the heap grew by ${growthBytes} bytes`, token: '' });
  return { executions, seconds: passed(), slowestMs, pauses, growthBytes, findings };
}
