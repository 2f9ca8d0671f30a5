import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

async function accessToken(client: Client, person: string, scope = 'openid email profile') {
  const back = await signIn(standIn, client, person, { scope });
  const response = await standIn.token(client, { code: back.query.get('code') ?? '' });
  return ((await response.json()) as { access_token: string }).access_token;
}

const userinfo = (token?: string) =>
  fetch(`${standIn.issuer()}/v1/userinfo`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

test('G72: userinfo has sub, name, given_name, family_name, picture, email, email_verified, hd (raw HTTP)', async () => {
  const response = await userinfo(await accessToken(await standIn.client(), 'dia'));
  expect(response.status).toBe(200);
  const answer = (await response.json()) as object;
  expect(Object.keys(answer)).toEqual([
    'sub',
    'name',
    'given_name',
    'family_name',
    'picture',
    'email',
    'email_verified',
    'hd',
  ]);
});

test('G72: userinfo says no more than the scopes allow (raw HTTP)', async () => {
  const response = await userinfo(await accessToken(await standIn.client(), 'ada', 'openid'));
  expect(await response.json()).toEqual({ sub: '109738264519203847561' });
});

test.each([
  ['a bad token', 'ya29.bad'],
  ['one without its prefix', 'bad'],
  ['none', undefined],
])('G73: userinfo with %s (raw HTTP)', async (_what, token) => {
  const response = await userinfo(token);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe(
    `Bearer realm="${standIn.issuer()}/", error="invalid_token"`,
  );
  expect(await response.json()).toEqual({
    error: 'invalid_request',
    error_description: 'Invalid Credentials',
  });
});

test('G77: revoking an access token ends it, and a dead token is refused (raw HTTP)', async () => {
  const token = await accessToken(await standIn.client(), 'ada');
  const revoke = () => fetch(`${standIn.issuer()}/revoke?token=${token}`, { method: 'POST' });
  const first = await revoke();
  expect([first.status, await first.json()]).toEqual([200, {}]);
  expect((await userinfo(token)).status).toBe(401);
  const second = await revoke();
  expect([second.status, await second.json()]).toEqual([
    400,
    { error: 'invalid_token', error_description: 'Token expired or revoked' },
  ]);
});

test('G82: client ids and secrets have Google’s shape (raw HTTP)', async () => {
  const { clientId, clientSecret } = await standIn.client();
  expect(clientId).toMatch(/^\d{12}-[a-z0-9]{32}\.apps\.googleusercontent\.com$/);
  expect(clientSecret).toMatch(/^GOCSPX-[\w-]{28}$/);
});
