import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { verifies } from './verifies.js';

describe('a signature', () => {
  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('of %s verifies with its key and no other', async (alg) => {
    const [pair, other] = [await generateKeyPair(alg), await generateKeyPair(alg)];
    const token = await signed(alg, pair.privateKey);
    expect(await judged(token, await exportJWK(pair.publicKey), alg)).toBe(true);
    expect(await judged(token, await exportJWK(other.publicKey), alg)).toBe(false);
  });

  test('by one algorithm does not verify as one by another, with the same key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const token = await signed('RS256', privateKey);
    expect(await judged(token, await exportJWK(publicKey), 'PS256')).toBe(false);
  });

  test('of an algorithm nobody allows verifies with nothing', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS512');
    expect(await judged(await signed('RS512', privateKey), await exportJWK(publicKey), 'RS512')).toBe(false);
  });

  test('with a key that is none is invalid, and nothing is thrown', async () => {
    expect(await judged('e30.e30.AA', { kty: 'RSA', n: '!', e: 'AQAB' }, 'RS256')).toBe(false);
  });
});

function judged(token: string, key: JWK, alg: string): Promise<boolean> {
  const [head, payload, signature = ''] = token.split('.');
  return verifies({ header: { alg }, signingInput: `${head}.${payload}`, signature, key });
}

function signed(alg: string, key: CryptoKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode('{"sub":"ada"}')).setProtectedHeader({ alg }).sign(key);
}
