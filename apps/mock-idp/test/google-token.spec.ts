import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { callback, pkce, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const codeFor = async (client: Client, more: Record<string, string> = {}) =>
  (await signIn(standIn, client, 'ada', more)).query.get('code') ?? '';

const refusal = async (response: Response) => {
  const { error, error_description } = (await response.json()) as Record<string, string>;
  return [response.status, error, error_description];
};

const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${standIn.issuer()}/token`, { method: 'POST', body: new URLSearchParams(form), headers });

const grant = { grant_type: 'authorization_code', redirect_uri: callback };

test('G45: success holds access_token, expires_in, scope, token_type and id_token (raw HTTP)', async () => {
  const client = await standIn.client();
  const response = await standIn.token(client, { code: await codeFor(client) });
  const answer = (await response.json()) as Record<string, unknown>;
  expect(Object.keys(answer)).toEqual(['access_token', 'expires_in', 'scope', 'token_type', 'id_token']);
  expect(answer).toMatchObject({ expires_in: 3599, token_type: 'Bearer' });
  expect(answer['access_token']).toMatch(/^ya29\./);
  expect(String(answer['scope']).split(' ').sort()).toEqual([
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/userinfo.profile',
    'openid',
  ]);
});

test('G45: without openid there is no ID token (raw HTTP)', async () => {
  const client = await standIn.client();
  const code = await codeFor(client, { scope: 'https://www.googleapis.com/auth/drive.file' });
  const answer = (await (await standIn.token(client, { code })).json()) as object;
  expect(answer).not.toHaveProperty('id_token');
});

test('a client may name itself by HTTP Basic', async () => {
  const client = await standIn.client();
  const basic = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
  const code = await codeFor(client);
  expect((await post({ ...grant, code }, { authorization: `Basic ${basic}` })).status).toBe(200);
});

test('G50: the secret is needed even with PKCE (raw HTTP)', async () => {
  const client = await standIn.client();
  const { verifier, challenge } = pkce();
  const code = await codeFor(client, { code_challenge: challenge, code_challenge_method: 'S256' });
  const response = await post({ ...grant, code, client_id: client.clientId, code_verifier: verifier });
  expect(await refusal(response)).toEqual([400, 'invalid_request', 'client_secret is missing.']);
});

test('G51: an unknown client (raw HTTP)', async () => {
  const client = { ...(await standIn.client()), clientId: '1-nobody.apps.googleusercontent.com' };
  expect(await refusal(await standIn.token(client, { code: '4/0Ax' }))).toEqual([
    401,
    'invalid_client',
    'The OAuth client was not found.',
  ]);
});

test('G52: a wrong secret (raw HTTP)', async () => {
  const client = await standIn.client();
  const code = await codeFor(client);
  const response = await standIn.token(client, { code, client_secret: 'GOCSPX-wrong' });
  expect(await refusal(response)).toEqual([401, 'invalid_client', 'Unauthorized']);
});

test.each([
  ['no client id', {}],
  ['an unknown Authorization scheme', { authorization: 'Digest abc' }],
])('G53: %s (raw HTTP)', async (_what, headers) => {
  expect(await refusal(await post({ ...grant, code: '4/0Ax' }, headers))).toEqual([
    400,
    'invalid_request',
    'Could not determine client ID from request.',
  ]);
});

test('G54: a code that is none (raw HTTP)', async () => {
  const client = await standIn.client();
  expect(await refusal(await standIn.token(client, { code: 'abc' }))).toEqual([
    400,
    'invalid_grant',
    'Malformed auth code.',
  ]);
});

test('G54: a code that was used (raw HTTP)', async () => {
  const client = await standIn.client();
  const code = await codeFor(client);
  expect((await standIn.token(client, { code })).status).toBe(200);
  expect(await refusal(await standIn.token(client, { code }))).toEqual([400, 'invalid_grant', 'Bad Request']);
});

test('G54: of two exchanges of one code at the same time, one wins (raw HTTP)', async () => {
  const client = await standIn.client();
  const code = await codeFor(client);
  const both = await Promise.all([standIn.token(client, { code }), standIn.token(client, { code })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('G54: a code of another client (raw HTTP)', async () => {
  const code = await codeFor(await standIn.client());
  expect(await refusal(await standIn.token(await standIn.client(), { code }))).toEqual([
    400,
    'invalid_grant',
    'Bad Request',
  ]);
});

test('G55: a verifier that is missing, and one that is wrong (raw HTTP)', async () => {
  const client = await standIn.client();
  const { challenge } = pkce();
  const code = await codeFor(client, { code_challenge: challenge, code_challenge_method: 'S256' });
  expect(await refusal(await standIn.token(client, { code }))).toEqual([
    400,
    'invalid_grant',
    'Missing code verifier.',
  ]);
  const wrong = await standIn.token(client, { code, code_verifier: pkce().verifier });
  expect(await refusal(wrong)).toEqual([400, 'invalid_grant', 'Invalid code verifier.']);
});

test('G56: another redirect URI at the exchange (raw HTTP)', async () => {
  const other = 'http://shop.localhost:4999/other';
  const client = await standIn.client({ redirectUris: [callback, other] });
  const code = await codeFor(client);
  expect(await refusal(await standIn.token(client, { code, redirect_uri: other }))).toEqual([
    400,
    'redirect_uri_mismatch',
    'Bad Request',
  ]);
});

test('G57: a missing code, and a grant type that is none (raw HTTP)', async () => {
  const client = await standIn.client();
  expect(await refusal(await standIn.token(client, {}))).toEqual([
    400,
    'invalid_request',
    'Missing required parameter: code',
  ]);
  expect(await refusal(await standIn.token(client, { grant_type: 'magic' }))).toEqual([
    400,
    'unsupported_grant_type',
    'Invalid grant_type: magic',
  ]);
});
