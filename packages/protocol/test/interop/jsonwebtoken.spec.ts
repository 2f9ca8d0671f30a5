import { createPrivateKey, createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { claims, type Minter, minterOf, outcomeOf } from './party.js';

const minter = await minterOf('RS256');
const keyOf = ({ privateJwk }: Minter) => createPrivateKey({ format: 'jwk', key: privateJwk });
const sign = (payload: object, options: jwt.SignOptions = {}, by: Minter = minter) =>
  jwt.sign(payload, keyOf(by), { algorithm: 'RS256', keyid: by.kid, ...options });
const outcome = (token: string) => outcomeOf(token, { published: [minter] });

describe('a token minted by jsonwebtoken', () => {
  test.each(['RS256', 'PS256', 'ES256'] as const)('and signed by %s is verified', async (alg) => {
    const own = await minterOf(alg);
    const token = sign(claims, { algorithm: alg }, own);
    expect(await outcomeOf(token, { published: [own] })).toBe('verified');
  });

  test('with its lifetime in words is verified', async () => {
    const { exp: _, ...lasting } = claims;
    expect(await outcome(sign(lasting, { expiresIn: '5m' }))).toBe('verified');
  });

  test('without the time of issue is refused', async () => {
    const { iat: _, ...undated } = claims;
    expect(await outcome(sign(undated, { noTimestamp: true }))).toBe('claims_malformed');
  });

  test('with times in milliseconds is refused', async () => {
    expect(await outcome(sign({ ...claims, exp: claims.exp * 1_000 }))).toBe('claims_malformed');
  });

  test('by a longer digest of the same key is refused where only the shorter is allowed', async () => {
    expect(await outcome(sign(claims, { algorithm: 'RS512' }))).toBe('algorithm_not_allowed');
  });

  test('under the public key as a secret is refused', async () => {
    const pem = createPublicKey(keyOf(minter)).export({ format: 'pem', type: 'spki' });
    const token = jwt.sign(claims, String(pem), { algorithm: 'HS256', keyid: minter.kid });
    expect(await outcome(token)).toBe('algorithm_not_allowed');
  });

  test('without a signature is refused', async () => {
    expect(await outcome(jwt.sign(claims, '', { algorithm: 'none' }))).toBe('algorithm_not_allowed');
  });
});
