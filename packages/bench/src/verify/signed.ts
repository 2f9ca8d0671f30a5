import { constants, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { Algorithm } from '@countersign/protocol';
import { createVerifier } from 'fast-jwt';
import { jwtVerify } from 'jose';
import { type Contender, compare, type Measured, type Pace } from '../measure/rounds.js';
import { countersign } from './countersign.js';
import { ALGORITHMS, makeSigningKey, type SigningKey, sign } from './signing.js';
import { attemptAt, claimsFor, policyWith } from './world.js';

export type SignedResult = {
  readonly algorithm: Algorithm;
  readonly atOnce: number;
  readonly measured: readonly Measured[];
};

type Way = { readonly hash: string | null; readonly more: Record<string, unknown> };

/** How Node itself verifies what each algorithm signs. */
const ways: Readonly<Record<Algorithm, Way>> = {
  RS256: { hash: 'sha256', more: {} },
  PS256: { hash: 'sha256', more: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } },
  ES256: { hash: 'sha256', more: { dsaEncoding: 'ieee-p1363' } },
  EdDSA: { hash: null, more: {} },
};

const verifyLater = promisify(
  (
    hash: string | null,
    data: Buffer,
    key: { key: KeyObject },
    signature: Buffer,
    done: (error: Error | null, holds: boolean) => void,
  ) => verify(hash, data, key, signature, done),
);

/** Nothing but the signature, and no token is read: what nobody can be faster than. */
function limit({ algorithm, keyObject }: SigningKey, token: string, atOnce: number): Contender {
  const { hash, more } = ways[algorithm];
  const key = { key: keyObject, ...more };
  const dot = token.lastIndexOf('.');
  const data = Buffer.from(token.slice(0, dot));
  const signature = Buffer.from(token.slice(dot + 1), 'base64url');
  const must = (holds: boolean) => {
    if (!holds) throw new Error('Node refused an honest signature');
  };
  return atOnce === 1
    ? { name: 'crypto.verify, the limit', once: () => must(verify(hash, data, key, signature)) }
    : {
        name: 'crypto.verify in threads, the limit',
        once: async () => must(await verifyLater(hash, data, key, signature)),
      };
}

/** One token and one key, in everybody's hands before the clock runs. The reference comes first. */
async function contendersFor(
  key: SigningKey,
  published: readonly SigningKey[],
  atOnce: number,
): Promise<readonly Contender[]> {
  const attempt = attemptAt(new Date());
  const token = await sign(key, claimsFor(attempt.nonce, attempt.startedAt));
  const fast = createVerifier({ key: key.pem, algorithms: [key.algorithm], cache: false });
  return [
    { name: 'jose.jwtVerify', once: () => jwtVerify(token, key.imported) },
    countersign({ token, policy: policyWith('refused'), keys: published.map(({ jwk }) => jwk), attempt }),
    { name: 'fast-jwt', once: () => fast(token) },
    limit(key, token, atOnce),
  ];
}

export const AT_ONCE = [1, 32];

/** Signed tokens: each algorithm, one at a time and many at once. */
export async function signed(pace: Pace, told: (result: SignedResult) => void): Promise<SignedResult[]> {
  const keys = await Promise.all(ALGORITHMS.map(makeSigningKey));
  const results: SignedResult[] = [];
  for (const key of keys)
    for (const atOnce of AT_ONCE) {
      const measured = await compare(await contendersFor(key, keys, atOnce), atOnce, pace);
      const result = { algorithm: key.algorithm, atOnce, measured };
      results.push(result);
      told(result);
    }
  return results;
}
