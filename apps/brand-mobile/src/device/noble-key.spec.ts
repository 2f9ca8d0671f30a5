import { expect, test } from 'vitest';
import { keyOfSecret, makeSecret, SEED_BYTES } from './noble-key';

const seed = () => crypto.getRandomValues(new Uint8Array(SEED_BYTES));
const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const bytes = new TextEncoder().encode('what is signed');

test('WebCrypto accepts what a phone signs without it', async () => {
  const key = keyOfSecret(makeSecret(seed()));
  const known = await crypto.subtle.importKey('jwk', key.jwk, curve, false, ['verify']);
  const signature = await key.sign(bytes);
  expect(signature).toHaveLength(64);
  expect(await crypto.subtle.verify(curve, known, new Uint8Array(signature), bytes)).toBe(true);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  expect(await crypto.subtle.verify(curve, known, new Uint8Array(signature), bytes)).toBe(false);
});

test('the public half has the members of a public key and no other', () => {
  const { jwk } = keyOfSecret(makeSecret(seed()));
  expect(Object.keys(jwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  expect([jwk.x.length, jwk.y.length]).toEqual([43, 43]);
});

test('a key that was kept is the same key, and two are two', () => {
  const secret = makeSecret(seed());
  expect(keyOfSecret(Uint8Array.from(secret)).jwk).toEqual(keyOfSecret(secret).jwk);
  expect(keyOfSecret(makeSecret(seed())).jwk.x).not.toBe(keyOfSecret(secret).jwk.x);
});
