import type { FetchHandler } from '../adapters/fetch-handler.js';
import type { Authority } from './authority.js';
import { json } from './json-answer.js';
import { grantOfAccessToken } from './tokens.js';

/** What the brand says of whom an access token stands for. OpenID Connect Core 1.0, section 5.3. */
export function userinfoEndpoint(authority: Authority): FetchHandler {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'POST')
      return json(405, { error: 'invalid_request' }, { allow: 'GET, POST' });
    const token = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (token === undefined) return json(401, { error: 'invalid_token' }, { 'www-authenticate': 'Bearer' });
    const grant = await grantOfAccessToken(authority, token);
    if (!grant)
      return json(401, { error: 'invalid_token' }, { 'www-authenticate': 'Bearer error="invalid_token"' });
    return json(200, {
      ...(await authority.claimsOf(grant.subject, grant.scope.split(' '))),
      sub: grant.subject,
    });
  };
}
