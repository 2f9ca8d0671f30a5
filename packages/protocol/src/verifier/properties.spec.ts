import { rejectionReasons } from '@countersign/claims';
import fc from 'fast-check';
import type { JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { attempt, now, nowSeconds, openLarkspur, policy, world } from '../../test/honest.js';
import { seed } from '../../test/seed.js';
import { attacks, type Change, forge, type HonestName, honestProofs, present } from '../attacks/index.js';
import { seconds } from '../checks/check.js';
import { type VerifyProof, verifyProof } from './verify.js';

// Thousands of proofs each: a machine that is busy takes its time.
const PATIENCE = { timeout: 120_000 };

const larkspur = await openLarkspur();
const kindOf = async (proof: VerifyProof): Promise<string> => (await verifyProof(proof)).verdict.kind;
const outcomeOf = async (proof: VerifyProof): Promise<string> => {
  const { verdict } = await verifyProof(proof);
  return verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
};

test('no byte of a token can be changed, at any place, signed or sealed', PATIENCE, async () => {
  const kinds: HonestName[] = ['signed', 'signed-es256', 'signed-eddsa', 'sealed-ecdh', 'sealed-ecdh-cbc'];
  for (const kind of kinds) {
    const proof = await present(kind, world, larkspur);
    expect(await kindOf(proof)).toBe('verified');
    const moves = fc.sample(fc.integer({ min: 1, max: 255 }), { numRuns: proof.token.length, seed });
    for (const [at, move] of moves.entries()) {
      const turned = (proof.token.charCodeAt(at) + move) % 256;
      const token = proof.token.slice(0, at) + String.fromCharCode(turned) + proof.token.slice(at + 1);
      expect(await kindOf({ ...proof, token }), `${kind}, byte ${at}`).toBe('rejected');
    }
  }
});

describe('the order of JSON members', PATIENCE, () => {
  const shuffled = (order: readonly number[]) => (members: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(members)
        .map((entry, at) => [order[at % order.length] ?? 0, entry] as const)
        .sort(([a], [b]) => a - b)
        .map(([, entry]) => entry),
    );
  const spoilt = Object.values(attacks).filter(({ changes: [change] }) => change?.claims ?? change?.header);

  test('the order of JSON members changes no verdict, good or bad', async () => {
    const order = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    const row = fc.constantFrom(undefined, ...spoilt);
    await fc.assert(
      fc.asyncProperty(order, row, async (places, attack) => {
        const change: Change = attack?.changes[0] ?? {};
        const turn = shuffled(places);
        const other: Change = {
          ...change,
          claims: (claims) => turn((change.claims ?? ((same) => same))(claims)),
          header: (header) => turn((change.header ?? ((same) => same))(header)),
        };
        const of = attack?.of ?? 'signed';
        expect(await outcomeOf(await present(of, world, larkspur, other))).toBe(attack?.expect ?? 'verified');
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('what one clock accepts', PATIENCE, () => {
  test('what one clock accepts is refused by every clock from `exp` and the skew on', async () => {
    const times = fc.record({
      iat: fc.integer({ min: -70, max: 70 }),
      lives: fc.integer({ min: -10, max: 3_700 }),
      nbf: fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined }),
      clock: fc.integer({ min: -100, max: 4_000 }),
      beyond: fc.nat({ max: 1_000_000 }),
    });
    const honest = await honestProofs.signed(world);
    await fc.assert(
      fc.asyncProperty(times, async ({ iat, lives, nbf, clock, beyond }) => {
        const [issued, ends] = [nowSeconds + iat, nowSeconds + iat + lives];
        const claims = {
          ...honest.claims,
          iat: issued,
          exp: ends,
          ...(nbf === undefined ? {} : { nbf: nowSeconds + nbf }),
        };
        const token = await forge({ ...honest, claims }, larkspur);
        const by = (at: number): VerifyProof => ({
          token,
          policy,
          keys: larkspur.published,
          attempt,
          now: new Date(at * 1_000),
        });
        const accepted = (await kindOf(by(nowSeconds + clock))) === 'verified';
        if (accepted) expect(ends + policy.skewSeconds).toBeGreaterThan(seconds(now) + clock);
        expect(await kindOf(by(ends + policy.skewSeconds + beyond))).toBe('rejected');
      }),
      { seed, numRuns: 200 },
    );
  });
});

const genuine = await present('signed', world, larkspur);

describe('whatever is given', PATIENCE, () => {
  const parts = genuine.token.split('.');
  const part = fc.oneof(fc.constantFrom(...parts), fc.base64String(), fc.json().map(encoded), fc.string());
  const token = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 6 }).map((some) => some.join('.')),
  );

  test('whatever is given as a token is refused for a known reason, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(token, async (given) => {
        fc.pre(given !== genuine.token);
        const outcome = await outcomeOf({ ...genuine, token: given as string });
        expect(Object.hasOwn(rejectionReasons, outcome)).toBe(true);
      }),
      { seed, numRuns: 400 },
    );
  });

  test('whatever is published as keys verifies nothing, and nothing is thrown', async () => {
    const member = fc.constantFrom('kty', 'kid', 'use', 'alg', 'key_ops', 'n', 'e', 'crv', 'x', 'y', 'd');
    const [honest] = larkspur.published;
    const key = fc.oneof(
      fc.anything(),
      fc
        .dictionary(member, fc.anything({ withBigInt: true }))
        .map((odd) => ({ ...honest, n: 'AQAB', ...odd })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(key), fc.array(key), async (keys, decryptionKeys) => {
        const odd = { keys: keys as JWK[], decryptionKeys: decryptionKeys as JWK[] };
        for (const kind of ['signed', 'sealed'] as const) {
          const proof = await present(kind, world, larkspur);
          expect(await kindOf({ ...proof, ...odd })).toBe('rejected');
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  test('a source of keys that breaks lets nobody in', async () => {
    const broken = () => Promise.reject(new Error('the line is down'));
    const absent = async () => undefined;
    for (const keys of [broken, absent])
      expect(await outcomeOf({ ...genuine, keys })).toBe('keys_unavailable');
  });
});

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
