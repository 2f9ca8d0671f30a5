import type { FetchHandler } from '../adapters/fetch-handler.js';
import type { Authority } from './authority.js';
import { authenticateClient } from './client-authentication.js';
import { type Presented, takeCode } from './codes.js';
import { json, jsonRefusal } from './json-answer.js';
import { formOf } from './parameters.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';
import { idToken, issueAccessToken } from './tokens.js';

// RFC 7636, section 4.1.
const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;

function presentedIn(form: ReadonlyMap<string, string>, clientId: string): Presented | Refusal {
  if (form.get('grant_type') !== 'authorization_code')
    return refuse('unsupported_grant_type', 'Expected grant_type=authorization_code.');
  const [code, redirectUri, verifier] = ['code', 'redirect_uri', 'code_verifier'].map((name) =>
    form.get(name),
  );
  if (code === undefined) return refuse('invalid_request', 'Expected a code.');
  if (redirectUri === undefined)
    return refuse('invalid_request', 'Expected the redirect_uri that the code was issued for.');
  if (verifier === undefined || !VERIFIER.test(verifier))
    return refuse('invalid_request', 'Expected a code_verifier of 43 to 128 unreserved characters.');
  return { code, clientId, redirectUri, verifier };
}

const refusedClient = (refusal: Refusal, header: string | null): Response =>
  refusal.error === 'invalid_client'
    ? jsonRefusal(refusal, 401, header === null ? {} : { 'www-authenticate': 'Basic realm="token"' })
    : jsonRefusal(refusal);

/** Swaps a code for an ID token, once. RFC 6749, section 4.1.3; OpenID Connect Core 1.0, section 3.1.3. */
export function tokenEndpoint(authority: Authority): FetchHandler {
  return async (request) => {
    if (request.method !== 'POST')
      return jsonRefusal(refuse('invalid_request', 'Expected POST.'), 405, { allow: 'POST' });
    const form = await formOf(request);
    if (isRefusal(form)) return jsonRefusal(form);
    const header = request.headers.get('authorization');
    const client = authenticateClient(authority, header, form);
    if (isRefusal(client)) return refusedClient(client, header);
    const presented = presentedIn(form, client.clientId);
    if (isRefusal(presented)) return jsonRefusal(presented);
    const code = await takeCode(authority, presented);
    if (isRefusal(code)) return jsonRefusal(code);
    const { nonce, redirectUri: _, challenge: __, expiresAt: ___, ...grant } = code;
    const accessToken = await issueAccessToken(authority, presented.code, grant);
    return json(200, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: authority.lifetimes.accessTokenSeconds,
      scope: code.scope,
      id_token: await idToken(authority, grant, { nonce, accessToken }),
    });
  };
}
