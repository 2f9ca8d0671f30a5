import { decodeJwt } from 'jose';
import {
  authorizationCodeGrant,
  ClientSecretBasic,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  ResponseBodyError,
  randomPKCECodeVerifier,
} from 'openid-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Brand, backFrom, CALLBACK, CLIENT, checks, visit, WITH_QUERY } from './brand.js';

let brand: Brand;
beforeAll(async () => {
  brand = await Brand.open();
});
afterAll(() => brand.close());
beforeEach(() => brand.signIn());

test.each([
  ['client_secret_basic', ClientSecretBasic],
  ['client_secret_post', ClientSecretPost],
])('a foreign client finds everything by discovery and swaps a code by %s', async (_, method) => {
  const config = await brand.client(method(CLIENT.clientSecret));
  const { verifier, to } = await brand.begin({}, config);
  const back = await backFrom(to);
  expect(back.searchParams.get('iss')).toBe(brand.issuer);
  const tokens = await authorizationCodeGrant(config, back, checks(verifier));
  expect(tokens.claims()).toMatchObject({
    iss: brand.issuer,
    aud: CLIENT.clientId,
    sub: 'cust-1',
    nonce: 'a-nonce',
    name: 'Name of cust-1',
    email: 'ada@acme.example',
    acr: 'urn:acme:password',
    sid: 's1',
    auth_time: Math.floor(brand.clock.getTime() / 1_000),
    at_hash: expect.any(String),
  });
  const userinfo = await fetchUserInfo(config, tokens.access_token, 'cust-1');
  expect(userinfo).toMatchObject({ sub: 'cust-1', email: 'ada@acme.example' });
});

test('what the brand says of a customer never replaces what makes a token a proof', async () => {
  // Its claims name another subject and another audience.
  const { id_token } = (await (await brand.swap(await brand.goodForm())).json()) as { id_token: string };
  expect(decodeJwt(id_token)).toMatchObject({ sub: 'cust-1', aud: CLIENT.clientId, iss: brand.issuer });
});

test('what is stored opens nothing: no code, no access token and no request can be read out of it', async () => {
  const form = await brand.goodForm();
  const { access_token } = (await (await brand.swap(form)).json()) as { access_token: string };
  const stored = JSON.stringify(brand.stored);
  expect(stored).toContain('cust-1');
  for (const secret of [form.code, form.code_verifier, access_token]) expect(stored).not.toContain(secret);
});

test('a code is taken once, and shown again it takes back what it was swapped for', async () => {
  const config = await brand.client();
  const { verifier, to } = await brand.begin({}, config);
  const back = await backFrom(to);
  const { access_token } = await authorizationCodeGrant(config, back, checks(verifier));
  await expect(authorizationCodeGrant(config, back, checks(verifier))).rejects.toMatchObject({
    error: 'invalid_grant',
    error_description: 'The code was used before.',
  });
  expect(brand.replays).toEqual([{ clientId: CLIENT.clientId, subject: 'cust-1' }]);
  await expect(fetchUserInfo(config, access_token, 'cust-1')).rejects.toThrow();
});

test('of twenty who show one code at once, one gets a token', async () => {
  const config = await brand.client();
  const { verifier, to } = await brand.begin({}, config);
  const back = await backFrom(to);
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => authorizationCodeGrant(config, back, checks(verifier))),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a code that one process issued is taken at another, once, where both share the store', async () => {
  const config = await brand.client();
  const [verifier, there] = [randomPKCECodeVerifier(), brand.another()];
  const attempt = {
    attempt: 'a1',
    issuer: brand.issuer,
    clientId: CLIENT.clientId,
    scope: 'openid',
    nonce: 'a-nonce',
    codeChallenge: await calculatePKCECodeChallenge(verifier),
  };
  const proof = await there.issueCode({ subject: 'cust-3' }, attempt);
  const back = new URL(CALLBACK);
  back.search = new URLSearchParams({ ...proof, iss: brand.issuer }).toString();
  const swap = () =>
    authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier, expectedNonce: 'a-nonce' });
  expect((await swap()).claims()?.sub).toBe('cust-3');
  await expect(swap()).rejects.toMatchObject({ error_description: 'The code was used before.' });
});

test('a code lasts a minute', async () => {
  const config = await brand.client();
  const { verifier, to } = await brand.begin({}, config);
  const back = await backFrom(to);
  brand.pass(60_000);
  await expect(authorizationCodeGrant(config, back, checks(verifier))).rejects.toBeInstanceOf(
    ResponseBodyError,
  );
});

test.each([
  ['another verifier', { code_verifier: 'v'.repeat(43) }, 'invalid_grant'],
  ['a verifier that is too short', { code_verifier: 'short' }, 'invalid_request'],
  ['no verifier', { code_verifier: '' }, 'invalid_request'],
  ['another redirect URI, though registered', { redirect_uri: WITH_QUERY }, 'invalid_grant'],
  ['no redirect URI', { redirect_uri: '' }, 'invalid_request'],
  ['another client', { client_id: 'other', client_secret: 'another-secret-of-24-letters' }, 'invalid_grant'],
  ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
  ['no secret', { client_secret: '' }, 'invalid_client'],
  ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
  ['another grant', { grant_type: 'refresh_token' }, 'unsupported_grant_type'],
  ['a code nobody issued', { code: 'a-code' }, 'invalid_grant'],
])('a code is refused with %s', async (_, change, error) => {
  const form = await brand.goodForm();
  const refused = await brand.swap({ ...form, ...change });
  expect(await refused.json()).toMatchObject({ error, error_description: expect.any(String) });
  expect([refused.status, refused.headers.get('cache-control')]).toEqual([
    error === 'invalid_client' ? 401 : 400,
    'no-store',
  ]);
});

test('a code that was tried with a wrong verifier is used up', async () => {
  const form = await brand.goodForm();
  await brand.swap({ ...form, code_verifier: 'v'.repeat(43) });
  expect((await brand.swap(form)).status).toBe(400);
});

test('a parameter that comes twice, two ways to authenticate and a body that is no form are refused', async () => {
  const form = new URLSearchParams(await brand.goodForm());
  form.append('code', 'another');
  expect(await (await brand.swap(form.toString())).json()).toMatchObject({ error: 'invalid_request' });
  const basic = { authorization: `Basic ${Buffer.from('other:x').toString('base64')}` };
  expect(await (await brand.swap(await brand.goodForm(), basic)).json()).toMatchObject({
    error: 'invalid_request',
  });
  const json = await fetch(`${brand.issuer}/token`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(json.status).toBe(400);
  expect((await visit(`${brand.issuer}/token`)).status).toBe(405);
});

test('a code for the customer in session is issued without a window, for the attempt alone', async () => {
  const config = await brand.client();
  const verifier = randomPKCECodeVerifier();
  const attempt = {
    attempt: 'a1',
    issuer: brand.issuer,
    clientId: CLIENT.clientId,
    scope: 'openid',
    nonce: 'a-nonce',
    codeChallenge: await calculatePKCECodeChallenge(verifier),
    codeChallengeMethod: 'S256' as const,
  };
  const proof = await brand.service.issueCode({ subject: 'cust-2' }, attempt);
  if (!proof || !('code' in proof)) return expect.unreachable();
  expect(proof).toMatchObject({ redirectUri: CALLBACK, iss: brand.issuer });
  const back = new URL(CALLBACK);
  back.searchParams.set('code', proof.code);
  back.searchParams.set('iss', brand.issuer);
  const tokens = await authorizationCodeGrant(config, back, {
    pkceCodeVerifier: verifier,
    expectedNonce: 'a-nonce',
  });
  expect(tokens.claims()).toMatchObject({ sub: 'cust-2', nonce: 'a-nonce' });

  expect(await brand.service.issueCode({ subject: 'c' }, { ...attempt, clientId: 'nobody' })).toBeUndefined();
  expect(
    await brand.service.issueCode({ subject: 'c' }, { ...attempt, issuer: 'https://other.example' }),
  ).toBeUndefined();
});

test('a demanded sign-in is had within a minute, by its acr, and not by an older or another one', async () => {
  const attempt = {
    attempt: 'a1',
    issuer: brand.issuer,
    clientId: CLIENT.clientId,
    scope: 'openid',
    nonce: 'a-nonce',
    codeChallenge: await calculatePKCECodeChallenge(randomPKCECodeVerifier()),
  };
  const [authTime, acr] = [brand.clock, 'urn:acme:passkey'];
  const who = { subject: 'cust-1', authTime, acr };
  brand.pass(59_000);
  expect(await brand.service.issueCode(who, { ...attempt, maxAge: 0, acrValues: [acr] })).toBeDefined();
  const refused = [
    [{ subject: 'cust-1' }, { maxAge: 0 }],
    [who, { acrValues: ['urn:acme:password'] }],
    [{ subject: 'cust-1', authTime }, { acrValues: [acr] }],
  ] as const;
  for (const [customer, demand] of refused)
    await expect(
      brand.service.issueCode(customer, {
        ...attempt,
        ...('acrValues' in demand ? { acrValues: [...demand.acrValues] } : demand),
      }),
    ).rejects.toThrow('sign in anew');
  brand.pass(2_000);
  await expect(brand.service.issueCode(who, { ...attempt, maxAge: 0 })).rejects.toThrow('sign in anew');
});
