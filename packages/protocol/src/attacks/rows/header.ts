import { foundBy, type Members } from '../attack.js';
import { said } from '../changes.js';
import { byStranger } from '../signers.js';

const row = foundBy('header', 'header_forbidden');
const points = (why: string, added: Members) => row(why, said(added));
const url = 'https://attacker.example/keys';

/** Headers that would choose the judge. */
const pointers = {
  'key-by-url': points('the token says where to fetch the key it was signed with', { jku: url }),
  'key-by-the-issuers-own-url': points('even where the address is the right one', {
    jku: 'https://id.larkspur.example/jwks',
  }),
  'key-inside': row('the token brings the key it was signed with', {
    header: (header) => ({ ...header, jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }),
    signWith: byStranger,
  }),
  'certificate-by-url': points('the token says where to fetch its certificate', { x5u: url }),
  'certificate-inside': points('the token brings its own certificate', { x5c: ['MIIB'] }),
  'critical-extension': points('an extension nobody here knows is declared critical', { crit: ['exp'] }),
  'critical-nothing': points('an empty list of extensions, which no standard allows', { crit: [] }),
  'pointer-to-nothing': row(
    'the member alone makes some readers look',
    said({ jwk: null }),
    said({ crit: null }),
  ),
  'unencoded-payload': points('the payload would be signed in another form than it is read', { b64: false }),
  'signed-and-compressed': points('a compression that only encryption knows', { zip: 'DEF' }),
  'key-inside-an-envelope': foundBy(
    'header',
    'header_forbidden',
    'sealed',
  )('the same where only the service can read it', said({ jwk: { kty: 'RSA' } })),
};

const typed = foundBy('type', 'type_not_allowed');
const called = (why: string, ...types: readonly string[]) => typed(why, ...types.map((typ) => said({ typ })));

/** Headers that call the token something else. */
const types = {
  'access-token': called('an access token of the same issuer', 'at+jwt', 'AT+JWT'),
  'access-token-by-its-long-name': called('the same under its full media type', 'application/at+jwt'),
  'logout-token': called('a logout token of the same issuer', 'logout+jwt'),
  'security-event-token': called('a security event token', 'secevent+jwt'),
  'possession-proof': called("a browser's proof of possession", 'dpop+jwt'),
  'type-of-nothing': called('a type that is said, and empty', ''),
  'type-with-a-blank': called('a type that only looks right', 'JWT '),
  'type-of-json': called('the JSON form, which this is not', 'JOSE+JSON'),
  'token-in-a-token': typed('a signed token that says it holds another', said({ cty: 'JWT' })),
  'text-in-a-token': typed('a signed token that says it holds text', said({ cty: 'text/plain' })),
  'access-token-in-an-envelope': foundBy(
    'type',
    'type_not_allowed',
    'sealed',
  )('an access token where only the service can read it', said({ typ: 'at+jwt' })),
};

export const headerAttacks = { ...pointers, ...types };
