import { type Attack, foundBy } from '../attack.js';
import { claim, spelled, unclaimed } from '../changes.js';

const row = foundBy('claims', 'claims_malformed');
/** A name that lends its members to an object is no claim's. */
const inherited = foundBy('members', 'claims_malformed');
const is = (why: string, name: string, ...values: readonly unknown[]): Attack =>
  row(why, ...values.map((value) => claim({ [name]: value })));

/** Claims that are missing, or of another type than they should be. */
export const claimAttacks = {
  'no-issuer': row('from nobody', unclaimed('iss')),
  'no-subject': row('about nobody', unclaimed('sub')),
  'no-audience': row('a token for nobody is a token for everybody', unclaimed('aud')),
  'no-expiry': row('a token that never ends', unclaimed('exp')),
  'no-time-of-issue': row('a token that was always there', unclaimed('iat')),
  'claims-by-prototype': inherited('claims that an object would inherit', {
    payload: (text) => `{"__proto__":${text}}`,
  }),
  'claims-one-level-down': row('claims within claims', { payload: (text) => `{"claims":${text}}` }),
  'issuer-is-a-list': is('from several, at choice', 'iss', [
    'https://id.larkspur.example',
    'https://attacker.example',
  ]),
  'issuer-is-null': is('a value that is not text', 'iss', null),
  'subject-is-a-number': is('a subject that is compared in surprising ways', 'sub', 42, 0, true),
  'subject-is-a-list': is('several persons', 'sub', ['ada-0042', 'bob']),
  'subject-is-an-object': is('a query where a name belongs', 'sub', { $ne: null }),
  'audience-is-a-number': is('an audience that is not text', 'aud', 42),
  'audience-is-an-object': is('an audience with members', 'aud', { client: 'larkspur' }),
  'audience-like-a-list': is('what a careless reader walks through as a list', 'aud', {
    0: 'larkspur',
    length: 1,
  }),
  'audience-with-null': is('a list with nothing in it', 'aud', [null]),
  'audience-is-a-list-of-lists': is('a list a careless reader flattens', 'aud', [['larkspur']]),
  'expiry-as-text': is('text compares with numbers in surprising ways', 'exp', '9999999999'),
  'expiry-is-null': is('nothing is less than everything', 'exp', null),
  'expiry-is-true': is('true counts as one', 'exp', true),
  'expiry-is-a-list': is('a list of one number counts as that number', 'exp', [9_999_999_999]),
  'expiry-is-a-date': is('a date in words', 'exp', '2027-01-01T00:00:00Z'),
  'expiry-beyond-numbers': row('1e400 is larger than every number: it never comes', spelled('exp', '1e400')),
  'issue-as-text': is('the same for the time of issue', 'iat', '0'),
  'issue-beyond-numbers': row('before every time there was', spelled('iat', '-1e400')),
  'not-before-as-text': is('the same for the beginning', 'nbf', 'now'),
  'not-before-is-null': is('a beginning that is said and is not', 'nbf', null),
  'party-is-a-list': is('asked for by several', 'azp', ['larkspur', 'attacker']),
  'nonce-is-a-list': is('an answer to many attempts', 'nonce', ['nonce-of-this-attempt', 'of-another']),
  'nonce-is-null': is('an answer to none', 'nonce', null),
  'token-id-is-a-number': is('a number that loses digits on the way: two tokens of one id', 'jti', 2 ** 64),
  'sign-in-time-as-text': is('the same for the time of the sign-in', 'auth_time', 'just now'),
  'class-is-a-list': is('ways to sign in, at choice', 'acr', ['1', '2']),
  'domain-is-a-list': is('domains, at choice', 'hd', ['larkspur.example', 'attacker.example']),
  'hash-is-a-number': is('a hash that is not text', 'at_hash', 0),
  'code-hash-is-null': is('a hash that is said and is not', 'c_hash', null),
  'address-proven-in-words': is(
    '"false" is true for a careless reader',
    'email_verified',
    'true',
    'false',
    1,
  ),
  'address-is-an-object': is('an address with members', 'email', { address: 'ada@larkspur.example' }),
  'name-is-markup-in-a-list': is('a name that is not text', 'name', ['<b>Ada</b>']),
  'session-is-a-number': is('a session that is not text', 'sid', 7),
  'issuer-inherited': inherited('an issuer that stands beside the claims', {
    payload: (text) => text.replace('"iss"', '"__proto__":{"iss":"x"},"is"'),
  }),
  'subject-in-other-letters': row('another member', { payload: (text) => text.replace('"sub"', '"Sub"') }),
  'subject-with-a-blank-in-its-name': row('another member, to the byte', {
    payload: (text) => text.replace('"sub"', '"sub "'),
  }),
};
