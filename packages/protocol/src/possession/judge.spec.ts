import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { now, nowSeconds } from '../../test/honest.js';
import { sha256, toBase64url } from '../bytes.js';
import { judgePossession } from './judge.js';

const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
  'sign',
  'verify',
]);
const full = await exportJWK(pair.privateKey);
const jwk = await exportJWK(pair.publicKey);
const request = { method: 'POST', url: 'https://chat.example/v1/sessions', now };
const said = { htm: 'POST', htu: request.url, iat: nowSeconds, jti: 'sixteen-letters-' };

const proofOf = (claims: object = {}, header: object = {}, key: CryptoKey = pair.privateKey) =>
  new SignJWT({ ...said, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: jwk as JWK & { kty: 'EC' }, ...header })
    .sign(key);

const judged = async (proof: string, more: object = {}) => judgePossession({ proof, ...request, ...more });

describe('a proof of possession', () => {
  test('names the holder by the thumbprint of the key', async () => {
    expect(await judged(await proofOf())).toEqual({
      thumbprint: await calculateJwkThumbprint(jwk),
      jti: said.jti,
    });
  });

  test.each([
    ['for another method', { htm: 'GET' }],
    ['for another URL', { htu: 'https://chat.example/v1/attempts' }],
    ['for the URL with a query', { htu: `${request.url}?a=1` }],
    ['61 seconds old', { iat: nowSeconds - 61 }],
    ['61 seconds ahead', { iat: nowSeconds + 61 }],
    ['with a jti that is easily guessed', { jti: 'one' }],
    ['larger than 4 KiB', { ballast: 'x'.repeat(4_096) }],
    ['without a jti', { jti: undefined }],
    ['with a jti that no database keeps', { jti: 'sixteen\u0000letters-' }],
    ['with a jti of half characters', { jti: '\ud800'.repeat(16) }],
  ])('%s is refused', async (_, claims) => {
    expect(await judged(await proofOf(claims))).toBeUndefined();
  });

  test.each([60, -60])('of %i seconds from now is accepted', async (seconds) => {
    expect(await judged(await proofOf({ iat: nowSeconds + seconds }))).toBeDefined();
  });

  test.each([
    ['of another type', { typ: 'JWT' }],
    ['with the private half of the key', { jwk: full }],
    ['with a key that says more than a public key needs', { jwk: { ...jwk, alg: 'ES256' } }],
    ['that names its key and does not bring it', { jwk: undefined, kid: 'k1' }],
    ['with a key by URL beside its own', { jku: 'https://attacker.example' }],
  ])('%s is refused', async (_, header) => {
    expect(await judged(await proofOf({}, header))).toBeUndefined();
  });

  test('that spells its key in another way is refused: it would be another key', async () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = digits[digits.indexOf(jwk.x?.at(-1) ?? '') + 1];
    for (const x of [`${jwk.x?.slice(0, -1)}${last}`, `${jwk.x}=`])
      expect(await judged(await proofOf({}, { jwk: { ...jwk, x } })), x).toBeUndefined();
  });

  test('under a key that did not sign it is refused', async () => {
    const other = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    expect(await judged(await proofOf({}, {}, other.privateKey))).toBeUndefined();
  });

  test.each(['', '..', 'a.b.c', 'a.b.c.d', 'x'.repeat(5_000)])('%.8s is no proof', async (proof) => {
    expect(await judged(proof)).toBeUndefined();
  });
});

describe('with an access token', () => {
  const accessToken = 'the-session-token';

  test('the proof counts only for that token', async () => {
    const ath = toBase64url(await sha256(accessToken));
    expect(await judged(await proofOf({ ath }), { accessToken })).toBeDefined();
    expect(await judged(await proofOf({ ath }), { accessToken: 'another' })).toBeUndefined();
  });

  test('a proof that says nothing of a token is refused', async () => {
    expect(await judged(await proofOf(), { accessToken })).toBeUndefined();
  });
});
