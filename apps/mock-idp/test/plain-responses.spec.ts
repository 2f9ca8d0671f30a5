import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { answerOf, halfHash, verified } from './support/answers.js';
import { callback, pkce, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();
const insecure = { [oauth.allowInsecureRequests]: true };

const orders: Record<string, readonly string[]> = {
  code: ['code', 'state', 'iss'],
  id_token: ['id_token', 'state', 'iss'],
  'id_token token': ['access_token', 'token_type', 'expires_in', 'scope', 'id_token', 'state', 'iss'],
  'code id_token': ['code', 'id_token', 'state', 'iss'],
  'code token': ['code', 'access_token', 'token_type', 'expires_in', 'scope', 'state', 'iss'],
  'code id_token token': [
    'code',
    'access_token',
    'token_type',
    'expires_in',
    'scope',
    'id_token',
    'state',
    'iss',
  ],
  none: ['state', 'iss'],
};

const challenged = (type: string): Record<string, string> =>
  type.includes('code') ? { code_challenge: pkce().challenge, code_challenge_method: 'S256' } : {};

const rows = ['larkspur', 'strict'].flatMap((issuer) =>
  Object.entries(orders).flatMap(([type, order]) =>
    [undefined, 'fragment', 'form_post'].map((mode) => ({ issuer, type, mode, order })),
  ),
);

test.each(rows)('$issuer answers $type by response_mode $mode', async ({ issuer, type, mode, order }) => {
  const client = await standIn.client({ issuer });
  const more = { response_type: type, nonce: 'a-nonce', ...challenged(type) };
  const back = await signIn(standIn, client, 'ada', { ...more, ...(mode ? { response_mode: mode } : {}) });
  const used = mode ?? (type.includes('token') ? 'fragment' : 'query');
  if (used === 'form_post') expect(back.posted.action).toBe(callback);
  else expect(back.address.startsWith(`${callback}${used === 'query' ? '?' : '#'}`)).toBe(true);
  const answer = answerOf(back);
  expect([...answer.keys()]).toEqual(order);
  const idToken = answer.get('id_token');
  if (!idToken) return;
  const claims = await verified(standIn.issuer(issuer), '/keys', client.clientId, idToken);
  const [accessToken, code] = [answer.get('access_token'), answer.get('code')];
  expect(claims).toMatchObject({ nonce: 'a-nonce', auth_time: expect.any(Number), sid: expect.any(String) });
  expect(claims['at_hash']).toBe(accessToken ? halfHash(accessToken) : undefined);
  expect(claims['c_hash']).toBe(code ? halfHash(code) : undefined);
});

const configured = async (client: Client) => {
  const issuer = new URL(standIn.issuer(client.issuer));
  return openid.discovery(issuer, client.clientId, client.clientSecret, undefined, {
    execute: [openid.allowInsecureRequests],
  });
};

test('openid-client completes an Implicit login at a brand, and verifies the ID token', async () => {
  const client = await standIn.client({ issuer: 'larkspur' });
  const config = await configured(client);
  openid.useIdTokenResponseType(config);
  const back = await signIn(standIn, client, 'ada', { response_type: 'id_token', nonce: 'a-nonce' });
  const claims = await openid.implicitAuthentication(config, new URL(back.address), 'a-nonce', {
    expectedState: 'a-state',
  });
  expect(claims).toMatchObject({ sub: 'cust-10482', account_number: 'LK-4482-1093' });
});

test('openid-client completes a hybrid login at the plain provider, with PKCE and c_hash', async () => {
  const client = await standIn.client({ issuer: 'strict' });
  const config = await configured(client);
  openid.useCodeIdTokenResponseType(config);
  const { verifier, challenge } = pkce();
  const back = await signIn(standIn, client, 'ada', {
    response_type: 'code id_token',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const tokens = await openid.authorizationCodeGrant(config, new URL(back.address), {
    expectedNonce: 'a-nonce',
    expectedState: 'a-state',
    pkceCodeVerifier: verifier,
  });
  expect(tokens.claims()).toMatchObject({ sub: '109738264519203847561' });
});

test('oauth4webapi reads a posted hybrid answer of Google’s', async () => {
  const client = await standIn.client();
  const issuer = new URL(standIn.issuer());
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const back = await signIn(standIn, client, 'ada', {
    response_type: 'code id_token',
    response_mode: 'form_post',
    nonce: 'a-nonce',
  });
  const body = back.posted.members;
  const request = new Request(callback, { method: 'POST', body });
  const read = await oauth.validateCodeIdTokenResponse(
    server,
    { client_id: client.clientId },
    request,
    'a-nonce',
    'a-state',
    undefined,
    insecure,
  );
  expect(read.get('code')).toBe(body.get('code'));
});

test('by the letter a scope’s claims are in the ID token only where no access token comes along', async () => {
  const client = await standIn.client({ issuer: 'strict' });
  const alone = await signIn(standIn, client, 'ada', { response_type: 'id_token', nonce: 'n' });
  expect(decodeJwt(alone.fragment.get('id_token') ?? '')).toMatchObject({ email: 'ada.osei@gmail.com' });
  const both = await signIn(standIn, client, 'ada', { response_type: 'id_token token', nonce: 'n' });
  expect(decodeJwt(both.fragment.get('id_token') ?? '')).not.toHaveProperty('email');
  const userinfo = await fetch(`${standIn.issuer('strict')}/userinfo`, {
    headers: { authorization: `Bearer ${both.fragment.get('access_token')}` },
  });
  expect(await userinfo.json()).toMatchObject({ email: 'ada.osei@gmail.com', email_verified: true });
});

test('the plain provider puts into the ID token what claims asks for', async () => {
  const client = await standIn.client({ issuer: 'strict' });
  const claims = JSON.stringify({ id_token: { email: null } });
  const back = await signIn(standIn, client, 'ada', { claims });
  const tokens = await (await standIn.token(client, { code: back.query.get('code') ?? '' })).json();
  const said = decodeJwt((tokens as { id_token: string }).id_token);
  expect(said['email']).toBe('ada.osei@gmail.com');
  expect(said).not.toHaveProperty('name');
});

test('the plain provider says nothing that the standard has no name for', async () => {
  const client = await standIn.client({ issuer: 'strict' });
  const back = await signIn(standIn, client, 'dia', { response_type: 'id_token', nonce: 'n' });
  expect(decodeJwt(back.fragment.get('id_token') ?? '')).not.toHaveProperty('hd');
});

test.each([
  [{ response_type: 'junk' }, 'unsupported_response_type', '?'],
  [{ response_type: 'token' }, 'unsupported_response_type', '#'],
  [{ response_type: 'id_token' }, 'invalid_request', '#'],
  [{ response_type: 'id_token', nonce: 'n', prompt: 'none login' }, 'invalid_request', '#'],
  [{ response_type: 'id_token', nonce: 'n', response_mode: 'query' }, 'invalid_request', '#'],
  [{ response_mode: 'web_message' }, 'unsupported_response_mode', '?'],
  [{ claims: '{' }, 'invalid_request', '?'],
  [{ request: 'ey' }, 'request_not_supported', '?'],
  [{ request_uri: 'urn:x' }, 'request_uri_not_supported', '?'],
  [{ prompt: 'none' }, 'login_required', '?'],
])('the plain provider sends the standard’s error for %o', async (more, error, where) => {
  const client = await standIn.client({ issuer: 'strict' });
  const page = await standIn.browser().open(standIn.authorize(client, more as Record<string, string>));
  expect(page.address.startsWith(`${callback}${where}error=${error}`)).toBe(true);
  const answer = answerOf(page);
  expect([answer.get('state'), answer.get('iss')]).toEqual(['a-state', standIn.issuer('strict')]);
});

test('the plain provider shows a page where the redirect URI is not registered, in every mode', async () => {
  const client = await standIn.client({ issuer: 'strict' });
  for (const response_mode of ['query', 'fragment', 'form_post']) {
    const more = { response_mode, redirect_uri: 'https://evil.example/' };
    const page = await standIn.browser().open(standIn.authorize(client, more));
    expect([page.status, page.heading]).toEqual([400, 'Error 400: invalid_redirect_uri']);
    expect(page.text).not.toContain('evil.example');
  }
});

test('PKCE is up to the client at the plain provider, and a brand can do without for one client', async () => {
  const strictly = await standIn.client({ issuer: 'strict', pkce: 'required' });
  const refused = await standIn.browser().open(standIn.authorize(strictly));
  expect(refused.query.get('error')).toBe('invalid_request');
  const freely = await standIn.client({ issuer: 'larkspur', pkce: 'optional' });
  expect((await signIn(standIn, freely, 'ada')).query.has('code')).toBe(true);
});

test.each(['client_secret_basic', 'client_secret_post'])('the plain provider takes %s', async (method) => {
  const client = await standIn.client({ issuer: 'strict' });
  const back = await signIn(standIn, client, 'ada', {});
  const basic = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
  const response = await fetch(`${standIn.issuer('strict')}/token`, {
    method: 'POST',
    headers: method === 'client_secret_basic' ? { authorization: `Basic ${basic}` } : {},
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.query.get('code') ?? '',
      redirect_uri: callback,
      ...(method === 'client_secret_post'
        ? { client_id: client.clientId, client_secret: client.clientSecret }
        : {}),
    }),
  });
  expect(response.status).toBe(200);
});

test.each(['larkspur', 'strict'])('discovery of %s says what it does', async (key) => {
  const issuer = standIn.issuer(key);
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const document = (await response.json()) as Record<string, unknown>;
  expect(document['response_types_supported']).toEqual(Object.keys(orders));
  expect(document).toMatchObject({
    response_modes_supported: ['query', 'fragment', 'form_post'],
    end_session_endpoint: `${issuer}/logout`,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    claims_parameter_supported: key === 'strict',
    request_uri_parameter_supported: false,
    id_token_encryption_alg_values_supported: ['RSA-OAEP-256', 'ECDH-ES'],
  });
});
