import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { insideStandIn } from './support/inside.js';
import { signIn, useStandIn } from './support/world.js';

const inside = insideStandIn();
const standIn = useStandIn(inside.start);

async function login(client: Client, person = 'ada', scope = 'openid email profile') {
  const back = await signIn(standIn, client, person, { scope });
  const answer = await standIn.token(client, { code: back.query.get('code') ?? '' });
  return (await answer.json()) as { access_token: string; id_token: string };
}

const ask = (query: Record<string, string>, init: RequestInit = {}) =>
  fetch(`${standIn.issuer()}/tokeninfo?${new URLSearchParams(query)}`, init);
const refused = [400, { error: 'invalid_token', error_description: 'Invalid Value' }];
const said = async (response: Response) => [response.status, await response.json()];

test('G74: tokeninfo of an ID token holds its claims as strings, and alg, kid and typ (raw HTTP)', async () => {
  const { id_token } = await login(await standIn.client(), 'dia');
  const told = (await (await ask({ id_token })).json()) as Record<string, unknown>;
  const claims = Object.entries(decodeJwt(id_token)).map(([name, value]) => [name, String(value)]);
  expect(told).toEqual({ ...Object.fromEntries(claims), alg: 'RS256', kid: expect.any(String), typ: 'JWT' });
  expect(Object.values(told).every((value) => typeof value === 'string')).toBe(true);
  expect(Object.keys(told).slice(-3)).toEqual(['alg', 'kid', 'typ']);
});

test.each([
  'GET with a query',
  'POST with a query',
  'POST with a form',
  'POST with Bearer',
  'GET with Bearer',
])('G75: tokeninfo of an access token by %s (raw HTTP)', async (way) => {
  const client = await standIn.client();
  const { access_token } = await login(client);
  const method = way.split(' ')[0] ?? '';
  const authorization = `Bearer ${access_token}`;
  const answer = await (way.endsWith('query')
    ? ask({ access_token }, { method })
    : way.endsWith('form')
      ? ask({}, { method, body: new URLSearchParams({ access_token }) })
      : ask({}, { method, headers: { authorization } }));
  const told = (await answer.json()) as Record<string, unknown>;
  expect(Object.keys(told)).toEqual([
    'azp',
    'aud',
    'sub',
    'scope',
    'exp',
    'expires_in',
    'email',
    'email_verified',
    'access_type',
  ]);
  expect(told).toMatchObject({ aud: client.clientId, email_verified: 'true', access_type: 'online' });
  expect(Number(told['expires_in'])).toBeGreaterThan(3590);
  expect(told['expires_in']).toBeTypeOf('string');
});

test('G75: without the email scope there is no e-mail (raw HTTP)', async () => {
  const { access_token } = await login(await standIn.client(), 'ada', 'openid');
  const told = await (await ask({ access_token })).json();
  expect(told).not.toHaveProperty('email');
});

test.each([{ id_token: 'a.b.c' }, { access_token: 'ya29.bad' }, {}])(
  'G76: tokeninfo of %j is refused (raw HTTP)',
  async (query) => {
    expect(await said(await ask(query as Record<string, string>))).toEqual(refused);
  },
);

test('G76: tokeninfo of a token that has ended, by the clock, is refused (raw HTTP)', async () => {
  const { access_token, id_token } = await login(await standIn.client());
  inside.root.clock.advance(3601);
  expect(await said(await ask({ access_token }))).toEqual(refused);
  expect(await said(await ask({ id_token }))).toEqual(refused);
  inside.root.clock.reset();
});

test('G76: tokeninfo of an ID token whose signature was changed is refused (raw HTTP)', async () => {
  const { id_token } = await login(await standIn.client());
  const [header, payload, signature = ''] = id_token.split('.');
  const other = signature.startsWith('A') ? 'B' : 'A';
  const forged = `${header}.${payload}.${other}${signature.slice(1)}`;
  expect(await said(await ask({ id_token: forged }))).toEqual(refused);
});

test.each(['/token', '/oauth2/v4/token', '/o/oauth2/token'])(
  'G5: %s swaps a code (raw HTTP)',
  async (path) => {
    const client = await standIn.client();
    const back = await signIn(standIn, client, 'ada');
    const response = await fetch(`${standIn.issuer()}${path}`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: back.query.get('code') ?? '',
        redirect_uri: 'http://shop.localhost:4999/callback',
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }),
    });
    expect(response.status).toBe(200);
  },
);

const doors = ['/v1/userinfo', '/oauth2/v3/userinfo', '/oauth2/v2/userinfo', '/oauth2/v1/userinfo'];

test.each(doors)(
  'G6: %s answers GET and POST, with the token in header, query or form (raw HTTP)',
  async (path) => {
    const { access_token } = await login(await standIn.client());
    const address = `${standIn.issuer()}${path}`;
    const headers = { authorization: `Bearer ${access_token}` };
    const answers = await Promise.all([
      fetch(address, { headers }),
      fetch(address, { headers, method: 'POST' }),
      fetch(`${address}?access_token=${access_token}`),
      fetch(address, { method: 'POST', body: new URLSearchParams({ access_token }) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
  },
);

test('userinfo takes no other method than GET and POST', async () => {
  const { access_token } = await login(await standIn.client());
  const headers = { authorization: `Bearer ${access_token}` };
  const put = await fetch(`${standIn.issuer()}/v1/userinfo`, { method: 'PUT', headers });
  expect(put.status).toBeGreaterThanOrEqual(400);
});

test('G72: userinfo v2 says id and verified_email (raw HTTP)', async () => {
  const { access_token } = await login(await standIn.client(), 'dia');
  const headers = { authorization: `Bearer ${access_token}` };
  const told = await (await fetch(`${standIn.issuer()}/oauth2/v2/userinfo`, { headers })).json();
  expect(Object.keys(told as object)).toEqual([
    'id',
    'email',
    'verified_email',
    'name',
    'given_name',
    'family_name',
    'picture',
    'hd',
  ]);
});

test('G73: userinfo v2 refuses in the words of Google’s other APIs (raw HTTP)', async () => {
  const response = await fetch(`${standIn.issuer()}/oauth2/v2/userinfo`, {
    headers: { authorization: 'Bearer ya29.bad' },
  });
  expect(await said(response)).toMatchObject([401, { error: { code: 401, status: 'UNAUTHENTICATED' } }]);
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
});

test.each(['query', 'form'])('G77: the token to revoke is in the %s (raw HTTP)', async (where) => {
  const { access_token: token } = await login(await standIn.client());
  const revoke = () =>
    where === 'query'
      ? fetch(`${standIn.issuer()}/revoke?token=${token}`, { method: 'POST' })
      : fetch(`${standIn.issuer()}/revoke`, { method: 'POST', body: new URLSearchParams({ token }) });
  expect(await said(await revoke())).toEqual([200, {}]);
  expect(await said(await revoke())).toEqual([
    400,
    { error: 'invalid_token', error_description: 'Token expired or revoked' },
  ]);
});

test('G78: a grant ends for all clients of a project, and for nobody else (raw HTTP)', async () => {
  const project = 'one-project';
  const [one, other] = [await standIn.client({ project }), await standIn.client({ project })];
  const tokens = [await login(one), await login(other), await login(await standIn.client())];
  const bens = await login(one, 'ben');
  await fetch(`${standIn.issuer()}/revoke?token=${tokens[0]?.access_token}`, { method: 'POST' });
  const answers = await Promise.all([...tokens, bens].map(({ access_token }) => ask({ access_token })));
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 200, 200]);
});
