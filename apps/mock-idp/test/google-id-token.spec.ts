import { createHash } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

type Tokens = { id_token: string; access_token: string };

async function login(person: string, more: Record<string, string> = {}, given?: Client) {
  const client = given ?? (await standIn.client());
  const back = await signIn(standIn, client, person, more);
  const response = await standIn.token(client, { code: back.query.get('code') ?? '' });
  const tokens = (await response.json()) as Tokens;
  return { client, tokens, claims: decodeJwt(tokens.id_token) };
}

test('G60: the ID token is RS256 with kid and typ JWT, and verifies against the published keys (jose)', async () => {
  const { client, tokens } = await login('ada');
  const { kid, ...rest } = decodeProtectedHeader(tokens.id_token);
  expect(rest).toEqual({ alg: 'RS256', typ: 'JWT' });
  expect(kid).toMatch(/^[0-9a-f]{40}$/);
  const keys = createRemoteJWKSet(new URL(`${standIn.issuer()}/oauth2/v3/certs`));
  await jwtVerify(tokens.id_token, keys, { issuer: standIn.issuer(), audience: client.clientId });
});

test('G61: the members come in Google’s order (jose)', async () => {
  const { claims } = await login('dia', { nonce: 'a-nonce' });
  expect(Object.keys(claims)).toEqual([
    'iss',
    'azp',
    'aud',
    'sub',
    'hd',
    'email',
    'email_verified',
    'at_hash',
    'nonce',
    'name',
    'picture',
    'given_name',
    'family_name',
    'iat',
    'exp',
  ]);
});

test('G62: iss is the issuer of the discovery document (jose)', async () => {
  expect((await login('ada')).claims.iss).toBe(standIn.issuer());
});

test('G63: sub is 21 digits and the same for the person in every client (jose)', async () => {
  const { claims } = await login('ada');
  expect(claims.sub).toMatch(/^\d{21}$/);
  expect((await login('ada')).claims.sub).toBe(claims.sub);
  expect((await login('mallory')).claims.sub).not.toBe(claims.sub);
});

test('G64: azp is there even when it equals aud (jose)', async () => {
  const { claims, client } = await login('ada');
  expect(claims['azp']).toBe(client.clientId);
});

test('G65: aud is one string, and the token lives 3600 seconds (jose)', async () => {
  const { claims, client } = await login('ada');
  expect(claims.aud).toBe(client.clientId);
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
});

test('G66: at_hash is the left half of the hash of the access token, 22 characters (jose)', async () => {
  const { claims, tokens } = await login('ada');
  const hash = createHash('sha256').update(tokens.access_token).digest().subarray(0, 16);
  expect(claims['at_hash']).toBe(hash.toString('base64url'));
  expect(claims['at_hash']).toHaveLength(22);
});

test('G67: e-mail comes with the email scope only, and says whether it was verified (jose)', async () => {
  expect((await login('ada', { scope: 'openid profile' })).claims).not.toHaveProperty('email');
  expect((await login('ada')).claims).toMatchObject({ email: 'ada.osei@gmail.com', email_verified: true });
  expect((await login('ben')).claims).toMatchObject({ email_verified: false });
  const { claims } = await login('emil');
  expect(claims).not.toHaveProperty('email');
  expect(claims).not.toHaveProperty('email_verified');
});

test('G68: hd comes for Workspace accounts only (jose)', async () => {
  expect((await login('noor')).claims['hd']).toBe('larkspur.example');
  expect((await login('petra')).claims).not.toHaveProperty('hd');
});

test('G69: the nonce comes back as it was sent (jose)', async () => {
  const nonce = 'as it was: ü/+=';
  expect((await login('ada', { nonce })).claims['nonce']).toBe(nonce);
  expect((await login('ada')).claims).not.toHaveProperty('nonce');
});

test('G70: there is no locale, and the picture ends in =s96-c (jose)', async () => {
  const { claims } = await login('ada');
  expect(claims).not.toHaveProperty('locale');
  expect(claims['picture']).toMatch(/^https:\/\/lh3\.googleusercontent\.com\/.+=s96-c$/);
});

test('G71: there is no auth_time, amr or acr, not even on request (jose)', async () => {
  const { claims } = await login('ada', { max_age: '600', acr_values: 'high' });
  for (const name of ['auth_time', 'amr', 'acr']) expect(claims).not.toHaveProperty(name);
});

test('names come with the profile scope, in any script', async () => {
  expect((await login('ada', { scope: 'openid email' })).claims).not.toHaveProperty('name');
  expect((await login('kat')).claims['name']).toContain('Παπακωνσταντίνου');
});
