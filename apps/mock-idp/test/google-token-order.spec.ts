import { expect, test } from 'vitest';
import { callback, pkce, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const refusal = async (form: Record<string, string>) => {
  const response = await fetch(`${standIn.issuer()}/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const { error, error_description } = (await response.json()) as Record<string, string>;
  return [response.status, error, error_description];
};

test('G59: of several mistakes the first in Google’s order is told (raw HTTP)', async () => {
  const other = 'http://shop.localhost:4999/other';
  const client = await standIn.client();
  const stranger = await standIn.client({ redirectUris: [other] });
  const { verifier, challenge } = pkce();
  const more = { code_challenge: challenge, code_challenge_method: 'S256' };
  const code = (await signIn(standIn, client, 'ada', more)).query.get('code') ?? '';
  // Each step sets one mistake right; the rest of the request stays wrong in every way that comes later.
  const form: Record<string, string> = {};
  const right = async (change: Record<string, string>) => refusal(Object.assign(form, change));
  expect(await right({ grant_type: 'magic' })).toEqual([
    400,
    'unsupported_grant_type',
    'Invalid grant_type: magic',
  ]);
  const missing = (name: string) => [400, 'invalid_request', `Missing required parameter: ${name}`];
  expect(await right({ grant_type: 'authorization_code' })).toEqual(missing('redirect_uri'));
  expect(await right({ redirect_uri: other })).toEqual([
    400,
    'invalid_request',
    'Could not determine client ID from request.',
  ]);
  const notFound = [401, 'invalid_client', 'The OAuth client was not found.'];
  expect(await right({ client_id: 'nobody' })).toEqual(notFound);
  const noSecret = [400, 'invalid_request', 'client_secret is missing.'];
  expect(await right({ client_id: stranger.clientId })).toEqual(noSecret);
  expect(await right({ client_secret: 'wrong' })).toEqual(missing('code'));
  expect(await right({ code: 'abc' })).toEqual([400, 'invalid_grant', 'Malformed auth code.']);
  expect(await right({ code: '4/0Aunknown' })).toEqual([400, 'invalid_grant', 'Bad Request']);
  expect(await right({ code })).toEqual([400, 'invalid_grant', 'Missing code verifier.']);
  expect(await right({ code_verifier: 'wrong' })).toEqual([400, 'invalid_grant', 'Invalid code verifier.']);
  expect(await right({ code_verifier: verifier })).toEqual([400, 'invalid_grant', 'Bad Request']);
  const elsewhere = [400, 'redirect_uri_mismatch', 'Bad Request'];
  expect(await right({ client_id: client.clientId })).toEqual(elsewhere);
  expect(await right({ redirect_uri: callback })).toEqual([401, 'invalid_client', 'Unauthorized']);
  const good = { ...form, client_secret: client.clientSecret };
  const response = await fetch(`${standIn.issuer()}/token`, {
    method: 'POST',
    body: new URLSearchParams(good),
  });
  expect(response.status).toBe(200);
});

test('G17: each grant type that is listed is known: it says what it misses (raw HTTP)', async () => {
  const { clientId: client_id, clientSecret: client_secret } = await standIn.client();
  const urn = 'urn:ietf:params:oauth:grant-type:';
  for (const [grant_type, name] of [
    ['authorization_code', 'code'],
    ['refresh_token', 'refresh_token'],
    [`${urn}device_code`, 'device_code'],
    [`${urn}jwt-bearer`, 'assertion'],
  ] as const)
    expect(await refusal({ grant_type, client_id, client_secret, redirect_uri: callback })).toEqual([
      400,
      'invalid_request',
      `Missing required parameter: ${name}`,
    ]);
});

test('G17: a service account is not known, whatever it asserts (raw HTTP)', async () => {
  const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  expect(await refusal({ grant_type, assertion: 'a.b.c' })).toEqual([
    400,
    'invalid_grant',
    'Invalid grant: account not found',
  ]);
});
