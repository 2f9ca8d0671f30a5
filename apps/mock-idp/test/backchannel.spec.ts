import { decodeJwt } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { callback, pkce, useStandIn } from './support/world.js';

const standIn = useStandIn();
const { verifier, challenge } = pkce();
let chat: Client;
let backend: Client;

beforeAll(async () => {
  chat = await standIn.client({ issuer: 'larkspur', clientId: 'chat' });
  backend = await standIn.client({
    issuer: 'larkspur',
    backend: true,
    redirectUris: [],
    codesFor: [chat.clientId],
  });
});

const asked = () => ({
  clientId: chat.clientId,
  sub: 'cust-10482',
  redirectUri: callback,
  scope: 'openid email profile',
  nonce: 'a-nonce',
  codeChallenge: challenge,
  codeChallengeMethod: 'S256',
});

const basicOf = ({ clientId, clientSecret }: Pick<Client, 'clientId' | 'clientSecret'>) =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

const ask = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${standIn.issuer('larkspur')}/backchannel/code`, {
    method: 'POST',
    headers: { authorization: basicOf(backend), 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

test('a backend gets a code for its customer, and the chat client redeems it', async () => {
  const response = await ask({ ...asked(), acrValues: 'high low', maxAge: 600 });
  expect(response.status).toBe(200);
  const { code, iss } = (await response.json()) as { code: string; iss: string };
  expect(iss).toBe(standIn.issuer('larkspur'));
  const tokens = await standIn.token(chat, { code, code_verifier: verifier });
  const claims = decodeJwt(((await tokens.json()) as { id_token: string }).id_token);
  expect(claims).toMatchObject({
    sub: 'cust-10482',
    aud: chat.clientId,
    nonce: 'a-nonce',
    acr: 'high',
    account_number: 'LK-4482-1093',
  });
  expect(claims['auth_time']).toBeTypeOf('number');
});

test('the code is for one use', async () => {
  const code = await codeOf(await ask(asked()));
  expect((await standIn.token(chat, { code, code_verifier: verifier })).status).toBe(200);
  const second = await standIn.token(chat, { code, code_verifier: verifier });
  expect([second.status, ((await second.json()) as { error: string }).error]).toEqual([400, 'invalid_grant']);
});

test.each([
  ['verifier', { code_verifier: pkce().verifier }],
  ['redirect URI', { code_verifier: verifier, redirect_uri: `${callback}/other` }],
])('the code is bound to its %s', async (_what, form) => {
  const code = await codeOf(await ask(asked()));
  expect((await standIn.token(chat, { code, ...form })).status).toBe(400);
});

test('the code is bound to its client', async () => {
  const other = await standIn.client({ issuer: 'larkspur' });
  const code = await codeOf(await ask(asked()));
  expect((await standIn.token(other, { code, code_verifier: verifier })).status).toBe(400);
});

test.each([
  ['a wrong secret', { authorization: basicOf({ clientId: 'chat', clientSecret: 'wrong' }) }],
  ['no credentials', { authorization: '' }],
])('%s is refused', async (_what, headers) => {
  const response = await ask(asked(), headers);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
  expect(await response.json()).toMatchObject({ error: 'invalid_client' });
});

test('a client that is no backend may not ask', async () => {
  expect((await ask(asked(), { authorization: basicOf(chat) })).status).toBe(401);
});

test('a backend asks only for the clients it was named for', async () => {
  const other = await standIn.client({ issuer: 'larkspur' });
  const response = await ask({ ...asked(), clientId: other.clientId });
  expect([response.status, await response.json()]).toMatchObject([403, { error: 'unauthorized_client' }]);
});

test('a page may not ask', async () => {
  const response = await ask(asked(), { origin: 'http://shop.localhost:4999' });
  expect([response.status, await response.json()]).toMatchObject([403, { error: 'access_denied' }]);
});

test.each([
  ['an unknown customer', { sub: 'cust-0' }, 'access_denied'],
  ['a foreign redirect URI', { redirectUri: 'http://evil.localhost/' }, 'invalid_request'],
  ['a plain challenge', { codeChallengeMethod: 'plain' }, 'invalid_request'],
  ['no nonce', { nonce: undefined }, 'invalid_request'],
  ['no openid', { scope: 'email' }, 'invalid_request'],
  ['a login that is too old', { maxAge: 60, authTime: 1_700_000_000 }, 'login_required'],
  ['a member nobody knows', { magic: true }, 'invalid_request'],
])('%s is refused in OAuth form', async (_what, change, error) => {
  const response = await ask({ ...asked(), ...change });
  expect([response.status, await response.json()]).toMatchObject([400, { error }]);
});

test('a body that is not JSON is refused', async () => {
  expect((await ask('{')).status).toBe(400);
});
