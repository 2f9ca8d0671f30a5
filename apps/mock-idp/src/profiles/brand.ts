import { randomBytes, randomInt } from 'node:crypto';
import { halfHash } from './half-hash.js';
import type { Profile, Return, TokenParts } from './profile.js';

/** Plain OpenID Connect, and everything the brand knows about the person. */
function idToken({ signed, extra, accessToken, acr, authTime }: TokenParts): Record<string, unknown> {
  const { iss, sub, aud, iat, exp, nonce, ...standard } = signed;
  return {
    iss,
    sub,
    aud,
    iat,
    exp,
    ...(nonce === undefined ? {} : { nonce }),
    ...(authTime === undefined ? {} : { auth_time: authTime }),
    ...(acr === undefined ? {} : { acr }),
    at_hash: halfHash(accessToken),
    ...standard,
    ...extra,
  };
}

const discovery = (issuer: string): Record<string, unknown> => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/keys`,
  scopes_supported: ['openid', 'email', 'profile'],
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
});

const state = (value: string | undefined) => (value === undefined ? [] : ([['state', value]] as const));

/** A brand's own authorization server: the Code Flow with PKCE, and codes by back channel. */
export const brand: Profile = {
  name: 'brand',
  routes: {
    authorization: '/authorize',
    token: '/token',
    userinfo: '/userinfo',
    jwks: '/keys',
    backchannelCode: '/backchannel/code',
  },
  prompts: ['login', 'consent', 'select_account'],
  pkce: 'required',
  consent: 'given',
  accessTokenSeconds: 3600,
  codePrefix: '',
  accessTokenPrefix: '',
  codeLength: 43,
  accessTokenLength: 43,
  newSubject: () => `cust-${randomInt(1e7, 9e7)}`,
  newClientId: () => `client-${randomBytes(8).toString('hex')}`,
  newClientSecret: () => randomBytes(24).toString('base64url'),
  discovery,
  discoveryHeaders: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
  keyHeaders: () => ({ 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' }),
  idToken,
  tokens: ({ access_token, expires_in, scope, id_token }) => ({
    access_token,
    token_type: 'Bearer',
    expires_in,
    scope,
    ...(id_token ? { id_token } : {}),
  }),
  userinfo: (claims, extra) => ({ ...claims, ...extra }),
  success: ({ code, state: value, issuer }: Return) => [['code', code], ...state(value), ['iss', issuer]],
  failure: (error, description, value, issuer) => [
    ['error', error],
    ...(description === undefined ? [] : ([['error_description', description]] as const)),
    ...state(value),
    ['iss', issuer],
  ],
};
