import { answerOf, changed } from '../answer.js';
import type { Fault } from '../fault.js';
import { without } from '../forge.js';

/** What the token endpoint and userinfo say. */
export const tokens = {
  'code-already-used': {
    why: 'the code was redeemed before, by somebody: a second use is refused and never retried',
    expect: 'code_refused',
    at: 'token',
    bend: () => answerOf(400, { error: 'invalid_grant', error_description: 'Bad Request' }),
  },
  'client-refused': {
    why: 'the secret was changed at the provider: the developer has to act, not the person',
    expect: 'client_refused',
    at: 'token',
    bend: () => answerOf(401, { error: 'invalid_client', error_description: 'Unauthorized' }),
  },
  'redirect-uri-refused': {
    why: 'Google’s own word for a redirect URI that differs at the exchange',
    expect: 'redirect_uri_mismatch',
    at: 'token',
    bend: () => answerOf(400, { error: 'redirect_uri_mismatch', error_description: 'Bad Request' }),
  },
  'error-with-200': {
    why: 'an error with status 200, as some providers do: the status alone proves nothing',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: () => answerOf(200, { error: 'server_error' }),
  },
  'id-token-missing': {
    why: 'tokens came, and none says who it is: an access token is no login',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: changed((said) => without(said, 'id_token')),
  },
  'access-token-missing': {
    why: 'the standard wants one with every ID token of this flow',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: changed((said) => without(said, 'access_token')),
  },
  'token-type-unknown': {
    why: 'an access token of a kind the client cannot use safely',
    expect: 'provider_answer_invalid',
    at: 'token',
    bend: changed((said) => ({ ...said, token_type: 'mac' })),
  },
  'access-token-exchanged': {
    why: 'the access token was exchanged on the way, and at_hash says so',
    expect: 'access_token_hash_mismatch',
    at: 'token',
    bend: changed((said) => ({ ...said, access_token: 'ya29.of-somebody-else' })),
  },
  'userinfo-of-another': {
    why: 'userinfo speaks of somebody else: its facts would land on the wrong person',
    expect: 'userinfo_subject_mismatch',
    needs: 'userinfo',
    at: 'userinfo',
    bend: changed((said) => ({ ...said, sub: '100000000000000000000' })),
  },
  'userinfo-down': {
    why: 'who somebody is holds without it: only what it alone knows is missing',
    expect: 'verified',
    needs: 'userinfo',
    at: 'userinfo',
    bend: () => answerOf(503, { error: 'temporarily_unavailable' }),
  },
} satisfies Record<string, Fault>;
