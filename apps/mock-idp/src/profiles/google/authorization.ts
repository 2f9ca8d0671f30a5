import { createHash } from 'node:crypto';
import type { AuthorizationRequest, Refusal } from '../profile.js';

const invalid = (description: string): Refusal => ({ status: 400, error: 'invalid_request', description });

const responseTypes = new Set(['code', 'token', 'id_token', 'none']);
const prompts = new Set(['none', 'consent', 'select_account']);

function judgeClient({ query, client }: AuthorizationRequest): Refusal | undefined {
  if (!query.get('client_id')) return invalid('Missing required parameter: client_id');
  if (!client)
    return { status: 401, error: 'invalid_client', description: 'The OAuth client was not found.' };
  const redirectUri = query.get('redirect_uri');
  if (!redirectUri) return invalid('Missing required parameter: redirect_uri');
  if (client.redirectUris.includes(redirectUri)) return undefined;
  return {
    status: 400,
    error: 'redirect_uri_mismatch',
    description: 'The redirect URI in the request does not match one that is registered for this client.',
  };
}

function judgeResponseType({ query }: AuthorizationRequest): Refusal | undefined {
  const responseType = query.get('response_type');
  if (!responseType) return invalid('Required parameter is missing: response_type');
  const asked = responseType.split(' ');
  if (!asked.every((part) => responseTypes.has(part)))
    return invalid(`Invalid response_type: ${responseType}`);
  if (asked.includes('id_token') && !query.get('nonce'))
    return invalid('Nonce required for response_type id_token.');
  if (responseType === 'token' && query.get('nonce'))
    return invalid('Parameter not allowed for this message type: nonce');
  if (responseType === 'code') return undefined;
  return {
    status: 400,
    error: 'unsupported_response_type',
    description: `This stand-in does not yet answer response_type ${responseType}.`,
  };
}

function judgePrompt({ query }: AuthorizationRequest): Refusal | undefined {
  const asked = (query.get('prompt') ?? '').split(' ').filter(Boolean);
  if (asked.some((prompt) => !prompts.has(prompt)) || (asked.includes('none') && asked.length > 1))
    return invalid(`Invalid parameter value for prompt: ${asked.join(' ')}`);
  const accessType = query.get('access_type') ?? 'online';
  if (accessType !== 'online' && accessType !== 'offline')
    return invalid(`Invalid parameter value for access_type: ${accessType}`);
  return undefined;
}

/** What Google answers with a page of its own, in the order it looks. */
export function judgeAuthorization(request: AuthorizationRequest): Refusal | undefined {
  const client = judgeClient(request) ?? judgeResponseType(request);
  if (client) return client;
  if (!request.query.get('scope')) return invalid('Missing required parameter: scope');
  return judgePrompt(request);
}

/** Google still takes PKCE's `plain`, oidc-provider does not: it gets the challenge that the same verifier meets. */
export function translate(query: URLSearchParams): URLSearchParams {
  const challenge = query.get('code_challenge');
  if (!challenge || (query.get('code_challenge_method') ?? 'plain') !== 'plain') return query;
  const told = new URLSearchParams(query);
  told.set('code_challenge', createHash('sha256').update(challenge).digest('base64url'));
  told.set('code_challenge_method', 'S256');
  return told;
}
