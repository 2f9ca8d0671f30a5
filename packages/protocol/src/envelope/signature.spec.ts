import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { verifySignature } from './signature.js';

describe('a signature', () => {
  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('of %s verifies with its key and no other', async (alg) => {
    const [pair, other] = [await generateKeyPair(alg), await generateKeyPair(alg)];
    const token = await signed('{"sub":"ada"}', alg, pair.privateKey);
    const judged = async (key: CryptoKey) => verifySignature(token, await exportJWK(key), alg);
    expect(await judged(pair.publicKey)).toEqual({ ok: true, value: '{"sub":"ada"}' });
    expect(await judged(other.publicKey)).toMatchObject({ rejection: { reason: 'signature_invalid' } });
  });

  test('by one algorithm does not verify as one by another, with the same key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const token = await signed('{"sub":"ada"}', 'RS256', privateKey);
    const outcome = await verifySignature(token, await exportJWK(publicKey), 'PS256');
    expect(outcome).toMatchObject({ rejection: { reason: 'signature_invalid' } });
  });

  test('over bytes that are no text is of no use', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const token = await signed(Uint8Array.of(0x7b, 0xff, 0x7d), 'ES256', privateKey);
    expect((await verifySignature(token, await exportJWK(publicKey), 'ES256')).ok).toBe(false);
  });

  test('with a key that is none is invalid, and nothing is thrown', async () => {
    const outcome = await verifySignature('e30.e30.AA', { kty: 'RSA', n: '!', e: 'AQAB' }, 'RS256');
    expect(outcome).toMatchObject({ rejection: { reason: 'signature_invalid' } });
  });
});

function signed(payload: string | Uint8Array, alg: string, key: CryptoKey): Promise<string> {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  return new CompactSign(bytes).setProtectedHeader({ alg }).sign(key);
}
