import { foundBy } from '../attack.js';
import { alsoSaying, claim, payload, spelled } from '../changes.js';

const row = foundBy('members', 'claims_malformed');
const edited = (why: string, edit: (text: string) => string) => row(why, { payload: edit });

/** Payloads that two parsers read in two ways, or that exhaust one. All are signed by the issuer. */
const members = {
  'subject-twice': row('two parsers read two persons', alsoSaying('"sub":"somebody-else"')),
  'subject-twice-in-disguise': row(
    'the same, one of the names written as an escape',
    alsoSaying('"s\\u0075b":"somebody-else"'),
  ),
  'audience-twice': row('for somebody else, and for us', alsoSaying('"aud":"another-client"')),
  'expiry-twice': row('once short, once long', alsoSaying('"exp":9999999999')),
  'twice-deep-inside': row(
    'where a careless reader does not look',
    alsoSaying('"address":{"street":"1","street":"2"}'),
  ),
  'twice-in-a-list': row('nor there', alsoSaying('"accounts":[{"id":1,"id":2}]')),
  'payload-is-a-list': row('a list of claims', payload('[{"sub":"ada-0042"}]')),
  'payload-is-text': row('claims as text within JSON', { payload: (text) => JSON.stringify(text) }),
  'payload-is-a-number': row('a number', payload('42')),
  'payload-is-null': row('the value on which careless code breaks', payload('null')),
  'payload-is-empty': row('nothing', payload('')),
  'payload-is-not-json': row('another way to write an object', payload('sub=ada-0042&iss=somebody')),
  'payload-is-a-token': row('a token within the token', payload('e30.e30.AAAA')),
  'payload-is-not-utf-8': row(
    'bytes that are no text',
    payload(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)),
  ),
  'payload-with-a-byte-order-mark': row('a mark that some readers pass over', {
    payload: (text) => Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]),
  }),
  'payload-goes-on': edited('a second object behind the first', (text) => `${text}{}`),
  'payload-breaks-off': edited('the last brace is missing', (text) => text.slice(0, -1)),
  'payload-with-a-comment': edited('what only some parsers pass over', (text) => text.replace('{', '{/* */')),
  'payload-with-a-last-comma': edited('what only some parsers forgive', (text) => text.replace(/}$/, ',}')),
  'payload-in-single-quotes': edited('quotes JSON has not', (text) => text.replaceAll('"', "'")),
  'payload-with-a-nul': edited('a byte at which some readers stop', (text) => text.replace('{', '{\0')),
  'payload-with-a-line-break': edited('a raw line break within text', (text) =>
    text.replace('ada-', 'ada\n'),
  ),
  'payload-with-nan': row('a number that is none', spelled('exp', 'NaN')),
  'payload-with-hexadecimal': row('a number as programmers write it', spelled('exp', '0xFFFFFFFF')),
  'payload-with-a-leading-zero': row('a number some read in base eight', spelled('exp', '09999999999')),
  'payload-is-deep': row(
    'a document that exhausts the stack of a parser',
    alsoSaying(`"a":${'['.repeat(4_000)}${']'.repeat(4_000)}`),
  ),
  'payload-is-deep-in-objects': row(
    'the same in objects, just below what a stack bears',
    alsoSaying(`"a":${'{"a":'.repeat(32)}1${'}'.repeat(32)}`),
  ),
};

const event = foundBy('kind', 'type_not_allowed');
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

/** Tokens of another kind whose header does not say so. */
const kinds = {
  'logout-token-without-its-type': event(
    'a logout token that forgot its type',
    claim({ events: { [LOGOUT]: {} } }),
  ),
  'events-of-nothing': event('an empty list of events', claim({ events: {} })),
  'events-are-null': event('the member alone says what it is', claim({ events: null })),
  'events-in-an-envelope': foundBy(
    'kind',
    'type_not_allowed',
    'sealed',
  )('a logout token where only the service can read it', claim({ events: { [LOGOUT]: {} } })),
  'events-from-a-code': foundBy(
    'kind',
    'type_not_allowed',
    'from-code',
  )(
    'a security event in the place of an ID token',
    claim({ events: { 'urn:example:password-changed': {} } }),
  ),
};

export const payloadAttacks = { ...members, ...kinds };
