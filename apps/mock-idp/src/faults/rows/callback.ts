import { errorPage } from '../../pages/index.js';
import { pageOf } from '../answer.js';
import type { Entries, Fault } from '../fault.js';

const memberOf = (entries: Entries, name: string): string | undefined =>
  entries.find(([member]) => member === name)?.[1];

/** Only an error comes back, with the state it belongs to. */
const failed =
  (error: string, description?: string) =>
  (entries: Entries): Entries => {
    const state = memberOf(entries, 'state');
    return [
      ['error', error],
      ...(description === undefined ? [] : ([['error_description', description]] as const)),
      ...(state === undefined ? [] : ([['state', state]] as const)),
    ];
  };

const replaced = (entries: Entries, name: string, value: string): Entries =>
  entries.map(([member, said]) => [member, member === name ? value : said]);

const dropped = (entries: Entries, name: string): Entries => entries.filter(([member]) => member !== name);

/** What comes back to the client with the browser. */
export const callback = {
  denied: {
    why: 'the person says no: nobody is to blame, and nothing is to be retried',
    expect: 'declined',
    at: 'return',
    bend: failed('access_denied'),
  },
  'provider-error-in-callback': {
    why: 'the provider could not: the person is told, and may try again',
    expect: 'page_method_failed',
    judge: 'client',
    at: 'return',
    bend: failed('temporarily_unavailable', 'The service is overloaded.'),
  },
  'error-page': {
    why: 'the provider shows a page of its own and the browser never comes back: a client must not wait for ever',
    expect: 'page_method_silent',
    judge: 'client',
    at: 'return',
    page: ({ label }) =>
      pageOf(400, errorPage({ label, status: 400, error: 'invalid_request', description: 'Not today.' })),
  },
  'automated-browser-refused': {
    why: 'Google refuses browsers that a program drives (G44): a test that waits for more hangs',
    expect: 'page_method_silent',
    judge: 'client',
    at: 'interaction',
    bend: (_answer, { label }) =>
      pageOf(
        403,
        errorPage({
          label,
          status: 403,
          error: 'browser_not_secure',
          description: 'Could not sign you in. This browser or app may not be secure: a program drives it.',
        }),
      ),
  },
  'another-state': {
    why: 'an answer to another request: who does not compare it can be logged in as the attacker',
    expect: 'attempt_unknown',
    judge: 'client',
    at: 'return',
    bend: (entries) => replaced(entries, 'state', 'of-another-request'),
  },
  'state-missing': {
    why: 'nothing says which request it answers',
    expect: 'attempt_unknown',
    judge: 'client',
    at: 'return',
    bend: (entries) => dropped(entries, 'state'),
  },
  'another-issuer-in-callback': {
    why: 'the code is of another provider: without this check the client sends it to the wrong one (RFC 9207)',
    expect: 'issuer_mismatch',
    at: 'return',
    bend: (entries) => replaced(entries, 'iss', 'https://accounts.elsewhere.example'),
  },
  'issuer-missing-in-callback': {
    why: 'Google sent no iss until lately: only a provider that promises it has to',
    expect: 'verified',
    at: 'return',
    bend: (entries) => dropped(entries, 'iss'),
  },
  'code-unknown': {
    why: 'a code the provider never gave out: somebody guesses',
    expect: 'code_refused',
    at: 'return',
    bend: (entries) => replaced(entries, 'code', '4/0AnobodyEverGaveThisCodeToAnybody'),
  },
  'code-huge': {
    why: 'a code of three thousand characters: what comes by the browser has a limit',
    expect: 'proof_too_large',
    at: 'return',
    bend: (entries) => replaced(entries, 'code', '4/0A'.padEnd(3_000, 'x')),
  },
} satisfies Record<string, Fault>;
