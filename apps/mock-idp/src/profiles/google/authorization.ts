import { createHash } from 'node:crypto';
import type { AuthorizationRequest, Refusal } from '../profile.js';
import { responseTypes } from './discovery.js';
import { invalid } from './refusals.js';
import { judgeClaims, judgeOptions, judgePrompt } from './request-members.js';
import { shortened, withOpenid } from './scopes.js';

const partsOf = (responseType: string): string[] => responseType.split(' ').filter(Boolean);
const known = new Set(responseTypes.map((one) => partsOf(one).toSorted().join(' ')));

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

const notAllowed = (name: string): Refusal => invalid(`Parameter not allowed for this message type: ${name}`);

/** What belongs to the one kind of answer and not to the other. */
function judgeMembers(query: URLSearchParams, parts: readonly string[]): Refusal | undefined {
  if (parts.includes('id_token') && !query.get('nonce'))
    return invalid('Nonce required for response_type id_token.');
  if (parts.length === 1 && parts.includes('token') && query.get('nonce')) return notAllowed('nonce');
  const implicit = !parts.includes('code') && !parts.includes('none');
  const pkce = ['code_challenge_method', 'code_challenge'].find((name) => query.has(name));
  if (implicit && pkce) return notAllowed(pkce);
  const mode = query.get('response_mode');
  if (mode === null || mode === 'form_post' || mode === 'fragment') return undefined;
  const tokens = parts.some((part) => part.includes('token'));
  return mode === 'query' && !tokens ? undefined : invalid(`Invalid response_mode: ${mode}`);
}

function judgeResponseType({ query }: AuthorizationRequest): Refusal | undefined {
  const responseType = query.get('response_type');
  if (!responseType) return invalid('Required parameter is missing: response_type');
  const parts = partsOf(responseType);
  if (!known.has(parts.toSorted().join(' '))) return invalid(`Invalid response_type: ${responseType}`);
  return judgeMembers(query, parts);
}

function judgeRepeated({ query }: AuthorizationRequest): Refusal | undefined {
  const repeated = [...query.keys()].find((name) => query.getAll(name).length > 1);
  return repeated === undefined
    ? undefined
    : invalid(`OAuth 2 parameters can only have a single value: ${repeated}`);
}

/** What Google answers with a page of its own, in the order it looks. */
export function judgeAuthorization(request: AuthorizationRequest): Refusal | undefined {
  const early = judgeClient(request) ?? judgeRepeated(request) ?? judgeResponseType(request);
  if (early) return early;
  const { query } = request;
  if (!query.get('scope')) return invalid('Missing required parameter: scope');
  return judgePrompt(query) ?? judgeOptions(query) ?? judgeClaims(query);
}

/** Google still takes PKCE's `plain`, oidc-provider does not: it gets the challenge that the same verifier meets. */
function translateChallenge(told: URLSearchParams): void {
  const challenge = told.get('code_challenge');
  if (!challenge || (told.get('code_challenge_method') ?? 'plain') !== 'plain') return;
  told.set('code_challenge', createHash('sha256').update(challenge).digest('base64url'));
  told.set('code_challenge_method', 'S256');
}

/** The same request in terms that oidc-provider has. */
export function translate(query: URLSearchParams): URLSearchParams {
  const told = new URLSearchParams(query);
  translateChallenge(told);
  told.set('scope', withOpenid(shortened(query.get('scope') ?? '')).join(' '));
  // Accepted, and no more is known of it.
  told.delete('claims');
  if (told.get('approval_prompt') === 'force') told.set('prompt', 'consent');
  told.delete('approval_prompt');
  return told;
}
