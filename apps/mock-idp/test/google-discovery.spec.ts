import { allowInsecureRequests, discovery } from 'openid-client';
import { expect, test } from 'vitest';
import { useStandIn } from './support/world.js';

const standIn = useStandIn();

/** As a client finds it that others wrote. */
const document = async (): Promise<Record<string, unknown>> => {
  const found = await discovery(new URL(standIn.issuer()), 'a-client', undefined, undefined, {
    execute: [allowInsecureRequests],
  });
  return { ...found.serverMetadata() };
};

test('G1: the document lies under the issuer and has cache headers (raw HTTP)', async () => {
  const response = await fetch(`${standIn.issuer()}/.well-known/openid-configuration`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(response.headers.get('cache-control')).toMatch(/max-age=\d+/);
});

test('G2: the issuer is found by discovery, without a trailing slash (openid-client)', async () => {
  expect((await document())['issuer']).toBe(standIn.issuer());
});

test.each([
  ['G3', 'authorization_endpoint', '/o/oauth2/v2/auth'],
  ['G4', 'device_authorization_endpoint', '/device/code'],
  ['G5', 'token_endpoint', '/token'],
  ['G6', 'userinfo_endpoint', '/v1/userinfo'],
  ['G7', 'revocation_endpoint', '/revoke'],
  ['G8', 'jwks_uri', '/oauth2/v3/certs'],
])('%s: %s has Google’s path (openid-client)', async (_row, member, path) => {
  expect((await document())[member]).toBe(`${standIn.issuer()}${path}`);
});

test('G9: every endpoint lies under the one base of the issuer (openid-client)', async () => {
  const addresses = Object.entries(await document()).filter(([name]) => /(_endpoint|_uri)$/.test(name));
  expect(addresses.length).toBe(6);
  for (const [, address] of addresses) expect(String(address).startsWith(`${standIn.issuer()}/`)).toBe(true);
});

test.each([
  [
    'G10',
    'response_types_supported',
    [
      'code',
      'token',
      'id_token',
      'code token',
      'code id_token',
      'token id_token',
      'code token id_token',
      'none',
    ],
  ],
  ['G11', 'subject_types_supported', ['public']],
  ['G12', 'id_token_signing_alg_values_supported', ['RS256']],
  ['G13', 'scopes_supported', ['openid', 'email', 'profile']],
  ['G14', 'token_endpoint_auth_methods_supported', ['client_secret_post', 'client_secret_basic']],
  [
    'G15',
    'claims_supported',
    [
      'aud',
      'email',
      'email_verified',
      'exp',
      'family_name',
      'given_name',
      'iat',
      'iss',
      'name',
      'picture',
      'sub',
    ],
  ],
  ['G16', 'code_challenge_methods_supported', ['plain', 'S256']],
  [
    'G17',
    'grant_types_supported',
    [
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:device_code',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ],
  ],
])('%s: %s, in Google’s order (openid-client)', async (_row, member, value) => {
  expect((await document())[member]).toEqual(value);
});

test.each([
  ['G12', 'id_token_encryption_alg_values_supported'],
  ['G18', 'end_session_endpoint'],
  ['G18', 'introspection_endpoint'],
  ['G18', 'registration_endpoint'],
  ['G18', 'check_session_iframe'],
  ['G18', 'response_modes_supported'],
  ['G18', 'claims_parameter_supported'],
  ['G18', 'backchannel_logout_supported'],
  ['G19', 'authorization_response_iss_parameter_supported'],
])('%s: %s is absent (openid-client)', async (_row, member) => {
  expect(await document()).not.toHaveProperty(member);
});
