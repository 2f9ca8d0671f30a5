import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { expect, test } from 'vitest';
import { shownKey, storedKey, wrongWithKey } from './pasted-key.js';

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const strong = rsa(2048);
const pemOf = (key: KeyObject) =>
  key.export({ type: key.type === 'public' ? 'spki' : 'pkcs8', format: 'pem' }).toString();
const jwkOf = (key: KeyObject) => ({ ...key.export({ format: 'jwk' }) });

test.each([
  ['RSA of 2048 bits', strong.publicKey],
  ['P-256', curve('P-256').publicKey],
  ['Ed25519', generateKeyPairSync('ed25519').publicKey],
])('a key of %s is taken, as PEM and as a JWK', (_, key) => {
  expect(wrongWithKey(pemOf(key))).toBeUndefined();
  expect(wrongWithKey(jwkOf(key))).toBeUndefined();
});

test.each([
  ['RSA below 2048 bits', rsa(1024).publicKey],
  ['P-384', curve('P-384').publicKey],
  ['X25519', generateKeyPairSync('x25519').publicKey],
])('a key of %s is refused when it is pasted, as PEM and as a JWK', (_, key) => {
  expect(wrongWithKey(pemOf(key))).toMatch(/^is no key to verify with/);
  expect(wrongWithKey(jwkOf(key))).toMatch(/^is no key to verify with/);
});

test('a key published for encryption is refused when it is pasted', () => {
  expect(wrongWithKey({ ...jwkOf(strong.publicKey), use: 'enc' })).toMatch(/^is no key to verify with/);
});

test('a private key is refused, and so is a shared secret', () => {
  for (const pasted of [pemOf(strong.privateKey), jwkOf(strong.privateKey), { kty: 'oct', k: 'k' }])
    expect(wrongWithKey(pasted)).toBe('is a secret: paste the public half alone');
});

test.each([
  ['words', 'the key of Larkspur'],
  ['an empty object', {}],
  ['a point that is not on its curve', { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }],
])('%s: no public key', (_, pasted) => {
  expect(wrongWithKey(pasted)).toMatch(/^is no public key/);
});

test('PEM takes its thumbprint for a name, and is the key the JWK of it is', async () => {
  const thumbprint = await calculateJwkThumbprint(jwkOf(strong.publicKey));
  const stored = await storedKey(pemOf(strong.publicKey));
  expect(stored).toEqual({ ...jwkOf(strong.publicKey), kid: thumbprint });
  expect(await shownKey(stored)).toEqual({ kid: thumbprint, kind: 'RSA', thumbprint });
});

test('a key is shown by its thumbprint, whatever else its publisher wrote beside it', async () => {
  const named = { ...jwkOf(strong.publicKey), kid: 'larkspur-1', alg: 'RS256', use: 'sig' };
  const { thumbprint } = await shownKey(await storedKey(named));
  expect(thumbprint).toBe((await shownKey(await storedKey(pemOf(strong.publicKey)))).thumbprint);
});
