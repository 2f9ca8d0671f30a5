import type { Attack, Members } from './attack.js';
import { without } from './edit.js';

const points = (why: string, added: Members): Attack => ({
  why,
  expect: 'header_forbidden',
  check: 'header',
  header: (header) => ({ ...header, ...added }),
});

const calledAs = (why: string, added: Members): Attack => ({
  why,
  expect: 'type_not_allowed',
  check: 'type',
  header: (header) => ({ ...header, ...added }),
});

const stranger = 'https://attacker.example/keys';

/** Headers that would choose the judge, or call the token something else. */
export const headerAttacks = {
  'key-by-url': points('the token says where to fetch the key it was signed with', { jku: stranger }),
  'key-inside': points('the token brings the key it was signed with', { jwk: { kty: 'RSA' } }),
  'certificate-by-url': points('the token says where to fetch its certificate', { x5u: stranger }),
  'certificate-inside': points('the token brings its own certificate', { x5c: ['MIIB'] }),
  'critical-extension': points('an extension nobody here knows is declared critical', { crit: ['exp'] }),
  'unencoded-payload': points('the payload would be signed in another form than it is read', { b64: false }),
  'access-token': calledAs('an access token of the same issuer is presented as an ID token', {
    typ: 'at+jwt',
  }),
  'logout-token': calledAs('a logout token of the same issuer is presented as an ID token', {
    typ: 'logout+jwt',
  }),
  'security-event-token': calledAs('a security event token is presented as an ID token', {
    typ: 'secevent+jwt',
  }),
  'possession-proof': calledAs("a browser's proof of possession is presented as an ID token", {
    typ: 'dpop+jwt',
  }),
  'token-in-a-token': calledAs('a signed token that says it holds another token', { cty: 'JWT' }),
  'kid-never-published': {
    why: 'the header names a key the issuer does not have',
    expect: 'key_unknown',
    check: 'key',
    header: (header) => ({ ...header, kid: 'never-published' }),
  },
  'kid-of-an-encryption-key': {
    why: 'a key that is published for encryption is named as the signing key',
    expect: 'key_unsuitable',
    check: 'key-suitability',
    header: (header) => ({ ...header, kid: 'for-encryption' }),
  },
  'kid-left-out': {
    why: 'no key is named, so that any of several would do',
    expect: 'key_id_missing',
    check: 'key',
    header: (header) => without(header, 'kid'),
  },
} satisfies Record<string, Attack>;
