import type { FetchHandler } from '../adapters/fetch-handler.js';
import { jwksOf } from '../envelope.js';
import type { Authority } from './authority.js';
import { json } from './json-answer.js';

/** A new key is published an hour before it signs: five minutes are short enough for every reader. */
const KEPT = { 'cache-control': 'public, max-age=300' };

export const pathsOf = (issuer: string) => ({
  authorization: `${issuer}/authorize`,
  token: `${issuer}/token`,
  userinfo: `${issuer}/userinfo`,
  jwks: `${issuer}/jwks`,
  discovery: `${issuer}/.well-known/openid-configuration`,
});

const onlyRead = (answer: () => Promise<Response>): FetchHandler => {
  return async (request) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? answer()
      : json(405, { error: 'invalid_request' }, { allow: 'GET' });
};

const algorithmsOf = async ({ keys }: Authority): Promise<readonly string[]> => [
  ...new Set((await keys()).flatMap(({ jwk }) => jwk.alg ?? [])),
];

/** OpenID Connect Discovery 1.0, section 3. What is left out there would count as offered, so it is spelled. */
export const discoveryEndpoint = (authority: Authority): FetchHandler => {
  const { issuer, acrValues } = authority;
  const at = pathsOf(issuer);
  return onlyRead(async () =>
    json(
      200,
      {
        issuer,
        authorization_endpoint: at.authorization,
        token_endpoint: at.token,
        userinfo_endpoint: at.userinfo,
        jwks_uri: at.jwks,
        scopes_supported: ['openid', 'profile', 'email'],
        response_types_supported: ['code', 'id_token'],
        response_modes_supported: ['query', 'fragment', 'form_post'],
        grant_types_supported: ['authorization_code', 'implicit'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: await algorithmsOf(authority),
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        code_challenge_methods_supported: ['S256'],
        prompt_values_supported: ['none', 'login'],
        ...(acrValues.length > 0 ? { acr_values_supported: acrValues } : {}),
        authorization_response_iss_parameter_supported: true,
        claims_parameter_supported: false,
        request_parameter_supported: false,
        request_uri_parameter_supported: false,
        backchannel_logout_supported: true,
        backchannel_logout_session_supported: true,
      },
      KEPT,
    ),
  );
};

/** The public halves of all keys: of the one that signs, of those that signed, and of the one that waits. */
export const jwksEndpoint = ({ keys }: Authority): FetchHandler =>
  onlyRead(async () => json(200, jwksOf((await keys()).map(({ jwk }) => jwk)), KEPT));
