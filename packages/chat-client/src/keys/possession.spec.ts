import {
  base64url,
  calculateJwkThumbprint,
  decodeProtectedHeader,
  EmbeddedJWK,
  importJWK,
  jwtVerify,
} from 'jose';
import { expect, test } from 'vitest';
import { webDevice } from '../platform/web-device.js';
import { type PossessionOf, proveKey } from './possession.js';
import type { ProofKey } from './proof-key.js';
import { makeKey } from './web-key.js';

const url = 'https://chat.example/v1/sessions';
const now = Date.parse('2026-11-23T10:00:00Z');
const prove = (key: ProofKey, of: PossessionOf) => proveKey(key, of, webDevice, now);
const verify = (proof: string) => jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ['ES256'] });

test('a proof verifies by the key in its own header, and by no other', async () => {
  const [key, other] = [await makeKey(), await makeKey()];
  const proof = await prove(key, { method: 'POST', url });
  const { payload } = await verify(proof);
  expect(payload).toMatchObject({ htm: 'POST', htu: url, iat: now / 1000 });
  await expect(jwtVerify(proof, await importJWK(other.jwk, 'ES256'))).rejects.toThrow(
    'signature verification failed',
  );
});

test('the header carries the public half of the browser’s key, and nothing else of it', async () => {
  const key = await makeKey();
  const { jwk = {} } = decodeProtectedHeader(await prove(key, { method: 'POST', url }));
  expect(Object.keys(jwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  expect(await calculateJwkThumbprint(jwk)).toBe(await calculateJwkThumbprint(key.jwk));
});

test('a proof that goes with a token carries the hash of that token', async () => {
  const accessToken = 'opaque-token';
  const { payload } = await verify(await prove(await makeKey(), { method: 'DELETE', url, accessToken }));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken));
  expect(payload['ath']).toBe(base64url.encode(new Uint8Array(hash)));
});

test('a proof without a token carries no hash of one', async () => {
  const { payload } = await verify(await prove(await makeKey(), { method: 'POST', url }));
  expect(payload).not.toHaveProperty('ath');
});

test('no two proofs are the same, though made in the same second for the same request', async () => {
  const key = await makeKey();
  const made = await Promise.all([1, 2, 3].map(() => prove(key, { method: 'POST', url })));
  const ids = await Promise.all(made.map(async (proof) => (await verify(proof)).payload.jti));
  expect(new Set(ids).size).toBe(3);
});

test('one byte more or less in a proof, and it proves nothing', async () => {
  const proof = await prove(await makeKey(), { method: 'POST', url });
  const [header, payload = '', signature] = proof.split('.');
  const changed = new TextDecoder().decode(base64url.decode(payload)).replace('POST', 'POSTS');
  const forged = [header, base64url.encode(changed), signature].join('.');
  await expect(verify(forged)).rejects.toThrow('signature verification failed');
});
