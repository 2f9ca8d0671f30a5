import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { insideStandIn } from './support/inside.js';
import { signIn, useStandIn } from './support/world.js';

const inside = insideStandIn();
const standIn = useStandIn(inside.start);
const day = 24 * 60 * 60;
const calendar = 'https://www.googleapis.com/auth/calendar.readonly';

type Tokens = {
  access_token: string;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  id_token?: string;
  scope: string;
};

async function login(
  client: Client,
  person: string,
  more: Record<string, string> = {},
  browser = standIn.browser(),
) {
  const back = await signIn(standIn, client, person, { access_type: 'offline', ...more }, browser);
  const answer = await standIn.token(client, { code: back.query.get('code') ?? '' });
  return (await answer.json()) as Tokens;
}

const refresh = (client: Client, refreshToken: string, more: Record<string, string> = {}) =>
  standIn.token(client, { grant_type: 'refresh_token', refresh_token: refreshToken, ...more });

const refusal = async (response: Response) => {
  const { error, error_description } = (await response.json()) as Record<string, string>;
  return [response.status, error, error_description];
};
const dead = [400, 'invalid_grant', 'Token has been expired or revoked.'];

test('G33: access_type=offline asks for a refresh token, online and nothing do not (raw HTTP)', async () => {
  expect((await login(await standIn.client(), 'ada')).refresh_token).toMatch(/^1\/\//);
  expect(
    (await login(await standIn.client(), 'ada', { access_type: 'online' })).refresh_token,
  ).toBeUndefined();
  const client = await standIn.client();
  const back = await signIn(standIn, client, 'ada');
  const answer = await standIn.token(client, { code: back.query.get('code') ?? '' });
  expect(await answer.json()).not.toHaveProperty('refresh_token');
});

test('G45: a refresh token begins with 1// and stands between expires_in and scope (raw HTTP)', async () => {
  const tokens = await login(await standIn.client(), 'ada');
  expect(Object.keys(tokens)).toEqual([
    'access_token',
    'expires_in',
    'refresh_token',
    'scope',
    'token_type',
    'id_token',
  ]);
  expect(tokens.refresh_token).toMatch(/^1\/\/[\w-]{80,}$/);
});

test('G46: a client in testing is told that its grant ends in 604799 seconds, last of all (raw HTTP)', async () => {
  const client = await standIn.client({ testing: true });
  const tokens = await login(client, 'ada', { scope: `openid ${calendar}` });
  expect(tokens.refresh_token_expires_in).toBe(604_799);
  expect(Object.keys(tokens).at(-1)).toBe('refresh_token_expires_in');
});

test('G46: basic profile scopes alone have no such end, nor has a client that is published (raw HTTP)', async () => {
  const testing = await standIn.client({ testing: true });
  expect(await login(testing, 'ada')).not.toHaveProperty('refresh_token_expires_in');
  const published = await standIn.client();
  const tokens = await login(published, 'ada', { scope: `openid ${calendar}` });
  expect(tokens).not.toHaveProperty('refresh_token_expires_in');
});

test('G47: a refresh token comes with the first consent, not with a later login, and again with prompt=consent (raw HTTP)', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  expect(await login(client, 'ada', {}, browser)).toHaveProperty('refresh_token');
  expect(await login(client, 'ada', {}, standIn.browser())).not.toHaveProperty('refresh_token');
  expect(await login(client, 'ada', { prompt: 'consent' }, standIn.browser())).toHaveProperty(
    'refresh_token',
  );
});

test('G48: a refresh brings no new refresh token and no nonce (raw HTTP)', async () => {
  const client = await standIn.client();
  const first = await login(client, 'ada', { nonce: 'a-nonce' });
  const second = (await (await refresh(client, first.refresh_token ?? '')).json()) as Tokens;
  expect(Object.keys(second)).toEqual(['access_token', 'expires_in', 'scope', 'token_type', 'id_token']);
  expect(second.access_token).not.toBe(first.access_token);
  const claims = decodeJwt(second.id_token ?? '');
  expect(claims['nonce']).toBeUndefined();
  expect(claims).toMatchObject({ sub: decodeJwt(first.id_token ?? '').sub, name: 'Ada Osei' });
});

test('G48: a refresh for fewer scopes brings less: no name and picture without profile, no ID token without openid (raw HTTP)', async () => {
  const client = await standIn.client();
  const { refresh_token = '' } = await login(client, 'ada');
  const email = 'https://www.googleapis.com/auth/userinfo.email';
  const narrow = (await (
    await refresh(client, refresh_token, { scope: `openid ${email}` })
  ).json()) as Tokens;
  expect(narrow.scope).toBe(`openid ${email}`);
  const claims = decodeJwt(narrow.id_token ?? '');
  expect(Object.keys(claims)).not.toContain('name');
  expect(claims['email']).toBe('ada.osei@gmail.com');
  const bare = (await (await refresh(client, refresh_token, { scope: 'email' })).json()) as Tokens;
  expect(bare.id_token).toBeUndefined();
});

test('G72: userinfo tells a token without openid what its scopes allow (raw HTTP)', async () => {
  const client = await standIn.client();
  const { refresh_token = '' } = await login(client, 'ada');
  const { access_token } = (await (
    await refresh(client, refresh_token, { scope: 'profile' })
  ).json()) as Tokens;
  const headers = { authorization: `Bearer ${access_token}` };
  const told = await (await fetch(`${standIn.issuer()}/oauth2/v3/userinfo`, { headers })).json();
  expect(told).toMatchObject({ sub: '109738264519203847561', name: 'Ada Osei' });
  expect(told).not.toHaveProperty('email');
});

test('G48: a refresh for more than was granted is refused (raw HTTP)', async () => {
  const client = await standIn.client();
  const { refresh_token = '' } = await login(client, 'ada', { scope: 'openid' });
  const wider = await refresh(client, refresh_token, { scope: 'openid email' });
  expect(await refusal(wider)).toEqual([400, 'invalid_scope', 'Bad Request']);
});

test('G49: a refresh token dies when it was not used for six months, and use keeps it alive (raw HTTP)', async () => {
  const client = await standIn.client();
  const { refresh_token = '' } = await login(client, 'ada');
  for (const days of [170, 170, 170]) {
    inside.root.clock.advance(days * day);
    expect((await refresh(client, refresh_token)).status).toBe(200);
  }
  inside.root.clock.advance(184 * day);
  expect(await refusal(await refresh(client, refresh_token))).toEqual(dead);
  inside.root.clock.reset();
});

test('G49: a refresh token of a client in testing dies after seven days, however much it is used (raw HTTP)', async () => {
  const client = await standIn.client({ testing: true });
  const { refresh_token = '' } = await login(client, 'ada', { scope: `openid ${calendar}` });
  inside.root.clock.advance(6 * day);
  const answer = (await (await refresh(client, refresh_token)).json()) as Tokens;
  expect(answer.refresh_token_expires_in).toBeLessThanOrEqual(day);
  inside.root.clock.advance(day);
  expect(await refusal(await refresh(client, refresh_token))).toEqual(dead);
  inside.root.clock.reset();
});

test('G49: of more than a hundred for one account and client the oldest dies without a word (raw HTTP)', async () => {
  const client = await standIn.client();
  const { refresh_token: oldest = '' } = await login(client, 'ada');
  const store = inside.root.issuers[0]?.world.refreshTokens;
  const like = store?.find(oldest);
  if (!store || !like || like === 'dead') throw new Error('the refresh token is not there');
  for (let number = 2; number <= 100; number += 1) store.put({ ...like, value: `1//filler-${number}` }, 100);
  expect((await refresh(client, oldest)).status).toBe(200);
  const { refresh_token: newest = '' } = await login(client, 'ada', { prompt: 'consent' });
  expect(await refusal(await refresh(client, oldest))).toEqual(dead);
  expect((await refresh(client, '1//filler-2')).status).toBe(200);
  expect((await refresh(client, newest)).status).toBe(200);
});

test('G49: removing the person ends their refresh tokens (raw HTTP)', async () => {
  const client = await standIn.client();
  await standIn.control.person({ id: 'leaver' });
  const { refresh_token = '' } = await login(client, 'leaver');
  await standIn.control.removePerson('leaver');
  expect(await refusal(await refresh(client, refresh_token))).toEqual(dead);
});

test('G58: a dead refresh token and garbage are told apart, and a foreign one is garbage (raw HTTP)', async () => {
  const client = await standIn.client();
  const { refresh_token = '' } = await login(client, 'ada');
  await fetch(`${standIn.issuer()}/revoke?token=${encodeURIComponent(refresh_token)}`, { method: 'POST' });
  expect(await refusal(await refresh(client, refresh_token))).toEqual(dead);
  const bad = [400, 'invalid_grant', 'Bad Request'];
  expect(await refusal(await refresh(client, '1//garbage'))).toEqual(bad);
  const { refresh_token: foreign = '' } = await login(await standIn.client(), 'ada');
  expect(await refusal(await refresh(client, foreign))).toEqual(bad);
});

test('G57: a refresh without its token says what is missing, and a wrong secret is refused (raw HTTP)', async () => {
  const client = await standIn.client();
  expect(await refusal(await refresh(client, ''))).toEqual([
    400,
    'invalid_request',
    'Missing required parameter: refresh_token',
  ]);
  const { refresh_token = '' } = await login(client, 'ada');
  const wrong = await refresh(client, refresh_token, { client_secret: 'wrong' });
  expect(await refusal(wrong)).toEqual([401, 'invalid_client', 'Unauthorized']);
});

test('a refreshed access token opens userinfo, in the clock’s future too', async () => {
  const client = await standIn.client();
  const { refresh_token = '' } = await login(client, 'ada');
  inside.root.clock.advance(100 * day);
  const { access_token } = (await (await refresh(client, refresh_token)).json()) as Tokens;
  const authorization = `Bearer ${access_token}`;
  const ask = () => fetch(`${standIn.issuer()}/v1/userinfo`, { headers: { authorization } });
  expect((await ask()).status).toBe(200);
  inside.root.clock.advance(3600);
  expect((await ask()).status).toBe(401);
  inside.root.clock.reset();
});
