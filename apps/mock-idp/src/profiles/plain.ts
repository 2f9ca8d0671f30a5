import { halfHash } from './half-hash.js';
import type { Entries, Profile, Return, TokenAnswer, TokenParts } from './profile.js';

/** The response types of OpenID Connect, and `none`. `token` alone is OAuth 2.0's and not among them. */
export const plainResponseTypes = [
  'code',
  'id_token',
  'id_token token',
  'code id_token',
  'code token',
  'code id_token token',
  'none',
] as const;

export const plainRoutes = {
  authorization: '/authorize',
  token: '/token',
  userinfo: '/userinfo',
  jwks: '/keys',
  endSession: '/logout',
} as const;

/** What a plain provider says of itself: no more than it does, and what it does not do where silence would mean yes. */
export const plainDiscovery = (issuer: string): Record<string, unknown> => ({
  issuer,
  authorization_endpoint: `${issuer}${plainRoutes.authorization}`,
  token_endpoint: `${issuer}${plainRoutes.token}`,
  userinfo_endpoint: `${issuer}${plainRoutes.userinfo}`,
  jwks_uri: `${issuer}${plainRoutes.jwks}`,
  end_session_endpoint: `${issuer}${plainRoutes.endSession}`,
  scopes_supported: ['openid', 'email', 'profile'],
  response_types_supported: plainResponseTypes,
  response_modes_supported: ['query', 'fragment', 'form_post'],
  grant_types_supported: ['authorization_code', 'implicit', 'refresh_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  id_token_encryption_alg_values_supported: ['RSA-OAEP-256', 'ECDH-ES'],
  id_token_encryption_enc_values_supported: ['A256GCM', 'A128CBC-HS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
  claims_parameter_supported: false,
  request_parameter_supported: false,
  request_uri_parameter_supported: false,
  authorization_response_iss_parameter_supported: true,
  backchannel_logout_supported: true,
  backchannel_logout_session_supported: true,
});

const ifKnown = (name: string, value: unknown): Record<string, unknown> =>
  value === undefined ? {} : { [name]: value };

/** What oidc-provider reckoned in its own time, and of codes and tokens as it made them. */
const ours = new Set(['auth_time', 'acr', 'sid', 'at_hash', 'c_hash']);

/** The members of OpenID Connect Core 1.0, section 2, and what else the provider put in. */
export function plainIdToken({ signed, ...parts }: TokenParts): Record<string, unknown> {
  const { accessToken, code, authTime, acr, sid } = parts;
  const { iss, sub, aud, iat, exp, nonce, ...rest } = signed;
  const claims = Object.fromEntries(Object.entries(rest).filter(([name]) => !ours.has(name)));
  return {
    iss,
    sub,
    aud,
    iat,
    exp,
    ...ifKnown('nonce', nonce),
    ...ifKnown('auth_time', authTime),
    ...ifKnown('acr', acr),
    ...ifKnown('sid', sid),
    ...ifKnown('at_hash', accessToken && halfHash(accessToken)),
    ...ifKnown('c_hash', code && halfHash(code)),
    ...claims,
  };
}

export const plainTokens = ({ access_token, expires_in, scope, id_token, refresh_token }: TokenAnswer) => ({
  access_token,
  token_type: 'Bearer',
  expires_in,
  scope,
  ...(id_token ? { id_token } : {}),
  ...(refresh_token ? { refresh_token } : {}),
});

/** A member of an answer, if it has a value. */
export const entry = (name: string, value: string | undefined): Entries =>
  value === undefined ? [] : [[name, value]];

export const tokenEntries = ({ accessToken, scope }: Return, spelled = scope): Entries =>
  accessToken === undefined
    ? []
    : [
        ['access_token', accessToken.value],
        ['token_type', 'Bearer'],
        ['expires_in', String(accessToken.expiresIn)],
        ['scope', spelled],
      ];

export const plainSuccess = (answer: Return): Entries => [
  ...entry('code', answer.code),
  ...tokenEntries(answer),
  ...entry('id_token', answer.idToken),
  ...entry('state', answer.state),
  ['iss', answer.issuer],
];

export const plainFailure: Profile['failure'] = (error, description, state, issuer) => [
  ['error', error],
  ...entry('error_description', description),
  ...entry('state', state),
  ['iss', issuer],
];

/** Only Google's applications belong to an organisation. */
export const plainClients: NonNullable<Profile['judgeClient']> = ({ internalTo }) =>
  internalTo === undefined
    ? undefined
    : { member: 'internalTo', expected: 'only at an issuer that plays Google' };
