import type { JWK } from 'jose';
import { type SigningKey, sign } from '../verify/signing.js';
import { attemptAt, claimsFor } from '../verify/world.js';

/** A proof, and what must come of it. */
export type Presented = {
  readonly token: string;
  readonly attempt: ReturnType<typeof attemptAt>;
  readonly expected: 'verified' | 'rejected';
};

const EVERY_TENTH = 10;

/** The same token with one letter of its signature changed. */
const spoilt = (token: string): string => {
  const at = token.lastIndexOf('.') + 2;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
};

/** Under a name that nobody published, and that no other token has. */
const renamed = (key: SigningKey): SigningKey => ({
  ...key,
  jwk: { ...key.jwk, kid: crypto.randomUUID() } satisfies JWK,
});

async function presented(key: SigningKey, index: number): Promise<Presented> {
  const attempt = attemptAt(new Date());
  const claims = claimsFor(attempt.nonce, attempt.startedAt);
  if (index % EVERY_TENTH === 0)
    return { token: await sign(renamed(key), claims), attempt, expected: 'rejected' };
  const token = await sign(key, claims);
  return index % EVERY_TENTH === 1
    ? { token: spoilt(token), attempt, expected: 'rejected' }
    : { token, attempt, expected: 'verified' };
}

/**
 * As many different proofs: of ten, one names a key nobody has and one is spoilt. The same token again and again
 * would hide whatever is kept for each.
 */
export const crowd = (key: SigningKey, count: number): Promise<readonly Presented[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => presented(key, index)));
