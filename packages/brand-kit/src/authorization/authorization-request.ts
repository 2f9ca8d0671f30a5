import type { Authority } from './authority.js';
import type { AuthorizationClient } from './options.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';

export type ResponseMode = 'query' | 'fragment' | 'form_post';

/** Where the answer goes, once the client and its address are beyond doubt. */
export type Recipient = {
  readonly client: AuthorizationClient;
  readonly redirectUri: string;
  readonly mode: ResponseMode;
  readonly state: string | undefined;
};

/** What is asked for, once all of it can be given. */
export type Asked = {
  readonly responseType: 'code' | 'id_token';
  readonly scope: string;
  readonly nonce: string | undefined;
  /** Empty for an ID token. */
  readonly challenge: string;
  readonly prompts: readonly string[];
  readonly maxAge: number | undefined;
  readonly acrValues: readonly string[];
  readonly loginHint: string | undefined;
};

type Parameters = ReadonlyMap<string, string>;

const wordsOf = (parameters: Parameters, name: string): string[] =>
  parameters.get(name)?.split(' ').filter(Boolean) ?? [];

const modeOf = (parameters: Parameters): ResponseMode => {
  const asked = parameters.get('response_mode');
  if (asked === 'fragment' || asked === 'form_post') return asked;
  return parameters.get('response_type') === 'id_token' ? 'fragment' : 'query';
};

/** Refused on a page, and never by a redirect: nobody knows yet that the address is the client's. RFC 6749, section 4.1.2.1. */
export function recipientOf({ clients }: Authority, parameters: Parameters): Recipient | Refusal {
  const client = clients.get(parameters.get('client_id') ?? '');
  if (!client) return refuse('invalid_request', 'The client_id is not known here.');
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === undefined || !client.redirectUris.includes(redirectUri))
    return refuse('invalid_request', 'Expected a redirect_uri exactly as it is registered.');
  return { client, redirectUri, mode: modeOf(parameters), state: parameters.get('state') };
}

const notOffered = [
  ['request', 'request_not_supported'],
  ['request_uri', 'request_uri_not_supported'],
  ['registration', 'registration_not_supported'],
] as const;

function typeOf(parameters: Parameters, { client, mode }: Recipient): 'code' | 'id_token' | Refusal {
  const type = parameters.get('response_type');
  if (type === undefined) return refuse('invalid_request', 'Expected a response_type.');
  if (type !== 'code' && type !== 'id_token')
    return refuse('unsupported_response_type', 'Expected response_type=code or response_type=id_token.');
  if (!(client.responseTypes ?? ['code']).includes(type))
    return refuse('unauthorized_client', `The client may not ask for ${type}.`);
  const asked = parameters.get('response_mode');
  if (asked !== undefined && asked !== mode)
    return refuse(
      'invalid_request',
      'Expected response_mode query, fragment or form_post; for a token not query.',
    );
  return type;
}

function challengeOf(parameters: Parameters): string | Refusal {
  const challenge = parameters.get('code_challenge');
  // A hash of 256 bits has 43 letters: anything else was never one. RFC 7636, section 4.2.
  return challenge !== undefined &&
    /^[A-Za-z0-9_-]{43}$/.test(challenge) &&
    parameters.get('code_challenge_method') === 'S256'
    ? challenge
    : refuse('invalid_request', 'Expected a code_challenge with code_challenge_method=S256.');
}

function maxAgeOf(parameters: Parameters): number | undefined | Refusal {
  const text = parameters.get('max_age');
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text)
    ? Number(text)
    : refuse('invalid_request', 'Expected max_age in whole seconds.');
}

/** What is asked for. OpenID Connect Core 1.0, sections 3.1.2.1 and 3.2.2.1. */
export function askedIn(parameters: Parameters, recipient: Recipient): Asked | Refusal {
  const strange = notOffered.find(([name]) => parameters.has(name));
  if (strange) return refuse(strange[1], `The parameter ${strange[0]} is not supported.`);
  const responseType = typeOf(parameters, recipient);
  if (typeof responseType === 'object') return responseType;
  if (!wordsOf(parameters, 'scope').includes('openid'))
    return refuse('invalid_scope', 'Expected a scope with openid.');
  const nonce = parameters.get('nonce');
  if (responseType === 'id_token' && nonce === undefined)
    return refuse('invalid_request', 'Expected a nonce.');
  const challenge = responseType === 'code' ? challengeOf(parameters) : '';
  if (typeof challenge === 'object') return challenge;
  const maxAge = maxAgeOf(parameters);
  if (typeof maxAge === 'object' && isRefusal(maxAge)) return maxAge;
  const prompts = wordsOf(parameters, 'prompt');
  if (prompts.includes('none') && prompts.length > 1)
    return refuse('invalid_request', 'Expected prompt=none alone.');
  return {
    responseType,
    scope: wordsOf(parameters, 'scope').join(' '),
    nonce,
    challenge,
    prompts,
    maxAge,
    acrValues: wordsOf(parameters, 'acr_values'),
    loginHint: parameters.get('login_hint'),
  };
}
