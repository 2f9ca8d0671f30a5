import { type CryptoKey, createRemoteJWKSet, exportJWK, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { insideStandIn } from './support/inside.js';
import { signIn, useStandIn } from './support/world.js';

const inside = insideStandIn();
const standIn = useStandIn(inside.start);

const address = () => new URL(`${standIn.issuer()}/oauth2/v3/certs`);

/** The set as a verifier holds it that others wrote. */
async function published() {
  const keys = createRemoteJWKSet(address());
  await keys.reload();
  return keys.jwks()?.keys ?? [];
}

async function idToken() {
  const client = await standIn.client();
  const back = await signIn(standIn, client, 'ada');
  const answer = await standIn.token(client, { code: back.query.get('code') ?? '' });
  return ((await answer.json()) as { id_token: string }).id_token;
}

test('G20: each key is an RSA key of 2048 bit for RS256, named by 40 lower-case hex (jose)', async () => {
  const keys = createRemoteJWKSet(address());
  for (const key of await published()) {
    expect(key).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256', e: 'AQAB' });
    expect(key.kid).toMatch(/^[0-9a-f]{40}$/);
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const { n = '' } = await exportJWK((await keys({ alg: 'RS256', kid: key.kid ?? '' })) as CryptoKey);
    expect(Buffer.from(n, 'base64url')).toHaveLength(256);
  }
});

test('G20: the order of members differs between keys (jose)', async () => {
  const keys = await published();
  expect(new Set(keys.map((key) => Object.keys(key).join())).size).toBe(2);
});

test('G21: there are two keys (jose)', async () => {
  const keys = await published();
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
});

test('G22: the answer says how long it may be kept (raw HTTP)', async () => {
  const { headers } = await fetch(address());
  const [, seconds] =
    /^public, max-age=(\d+), must-revalidate, no-transform$/.exec(headers.get('cache-control') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(18_000);
  expect(Number(seconds)).toBeLessThanOrEqual(25_000);
  expect(headers.get('content-type')).toBe('application/json; charset=UTF-8');
  expect(Number(headers.get('age'))).toBeGreaterThan(0);
  expect(Date.parse(headers.get('expires') ?? '')).toBeGreaterThan(Date.now());
});

test('G24: the next key is published before it signs, and an unknown one is fetched (jose)', async () => {
  const ring = inside.root.issuers[0]?.world.keys;
  if (!ring) throw new Error('there is no key ring');
  const keys = createRemoteJWKSet(address(), { cooldownDuration: 0 });
  const verify = async () => (await jwtVerify(await idToken(), keys)).protectedHeader.kid;
  const first = await verify();
  const held = new Set(keys.jwks()?.keys.map(({ kid }) => kid));
  await ring.rotate();
  // The set that is held already has the key that signs now.
  const second = await verify();
  expect([second === first, held.has(second)]).toEqual([false, true]);
  await ring.rotate();
  const third = await verify();
  expect(held.has(third)).toBe(false);
  expect(keys.jwks()?.keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining([first, second, third]));
});
