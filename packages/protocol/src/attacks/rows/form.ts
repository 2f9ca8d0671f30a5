import { toBase64url } from '../../bytes.js';
import { foundBy } from '../attack.js';
import { finished, part, said } from '../changes.js';
import { encode, notUtf8, respell } from '../edit.js';

const row = foundBy('form', 'proof_malformed');
const sealed = foundBy('form', 'proof_malformed', 'sealed');

const header = (text: string) => part(0, () => encode(text));
const inserted = (index: number, text: string) =>
  part(index, (one) => `${one.slice(0, 8)}${text}${one.slice(8)}`);
const respelled = (index: number) => part(index, (one) => respell(one) ?? `${one}A`);

/** Tokens that are no tokens. */
const parts = {
  'nothing-at-all': row(
    'a page answers an empty string and hopes that nobody looks',
    finished(() => ''),
  ),
  'one-part': row(
    'text without a dot',
    finished((token) => token.replaceAll('.', '')),
  ),
  'two-parts': row(
    'the signature is cut off, dot and all',
    finished((token) => token.split('.').slice(0, 2).join('.')),
  ),
  'four-parts': row(
    'a part too many, neither JWS nor JWE',
    finished((token) => `${token}.AAAA`),
  ),
  'six-parts': sealed(
    'an envelope with a part too many',
    finished((token) => `${token}.AAAA`),
  ),
  'seven-parts': sealed(
    'an envelope and two parts of another token',
    finished((token) => `${token}.AAAA.AAAA`),
  ),
  'dots-escaped': row(
    'the dots as a URL would escape them',
    finished((token) => token.replaceAll('.', '%2E')),
  ),
  'as-json': row(
    'the JSON form of a JWS, which has headers nobody signed',
    finished((token) => {
      const [head, payload, signature] = token.split('.');
      return JSON.stringify({ payload, protected: head, signature });
    }),
  ),
  'with-its-scheme': row(
    'the word that belongs into an HTTP header',
    finished((token) => `Bearer ${token}`),
  ),
  'in-quotes': row(
    'a token encoded as JSON once more',
    finished((token) => JSON.stringify(token)),
  ),
};

/** The same bytes in another spelling: a replay that looks new. */
const spellings = {
  'padded-signature': row(
    'padding, which canonical base64url has not',
    part(2, (one) => `${one}==`),
  ),
  'padded-header': row(
    'padding before the first dot',
    part(0, (one) => `${one}=`),
  ),
  'stray-bits-in-the-signature': row('the last character carries bits that decode to nothing', respelled(2)),
  'stray-bits-in-the-sealed-key': sealed('the same in the second part of an envelope', respelled(1)),
  'a-character-left-over': row(
    'a last character that makes no byte',
    part(1, (one) => `${one}A`.padEnd(one.length - (one.length % 4) + 5, 'A')),
  ),
  'a-line-break': row('white space that a lenient decoder passes over', inserted(1, '\n')),
  'a-blank-at-the-end': row(
    'white space that a form adds',
    finished((token) => `${token} `),
  ),
  'a-nul-byte': row('a byte at which some readers stop', inserted(1, '\0')),
  'plus-and-slash': row('the alphabet of base64, not of base64url', inserted(2, '+/')),
  'wide-letters': row('letters that look like the alphabet and are not of it', inserted(1, '\uff21')),
};

/** Headers that cannot be read in one way only. */
const headers = {
  'header-is-not-utf-8': row('bytes that are no text: replaced, two headers become one', part(0, notUtf8)),
  'header-is-empty': row(
    'a token that begins with a dot',
    part(0, () => ''),
  ),
  'header-is-a-list': row('JSON, and no object', header('[]')),
  'header-is-text': row('JSON text that holds a header', header(JSON.stringify('{"alg":"RS256"}'))),
  'header-is-null': row('the value on which careless code breaks', header('null')),
  'header-without-algorithm': row('what is not said is guessed by some', header('{"kid":"rsa-1"}')),
  'header-says-it-twice': row(
    'two parsers read two algorithms',
    header('{"alg":"none","alg":"RS256","kid":"rsa-1"}'),
  ),
  'header-says-it-twice-in-disguise': row(
    'the same, one of the names written as an escape',
    header('{"a\\u006cg":"none","alg":"RS256","kid":"rsa-1"}'),
  ),
  'header-goes-on': row('something after the object', header('{"alg":"RS256","kid":"rsa-1"}{}')),
  'header-with-a-byte-order-mark': row(
    'a mark that some readers pass over',
    part(0, (one) =>
      toBase64url(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(atob(one))])),
    ),
  ),
  'header-is-deep': row(
    'a document that exhausts the stack of a parser',
    header(`{"alg":"RS256","kid":${'['.repeat(2_000)}${']'.repeat(2_000)}}`),
  ),
  'header-by-prototype': row(
    'members that an object would inherit',
    header('{"__proto__":{"alg":"RS256","kid":"rsa-1"}}'),
    header('{"alg":"RS256","kid":"rsa-1","__proto__":{"typ":"at+jwt"}}'),
  ),
  'envelope-says-it-twice': sealed(
    'two parsers open it in two ways',
    header('{"alg":"dir","alg":"RSA-OAEP-256","enc":"A256GCM","cty":"JWT","kid":"seal-1"}'),
  ),
  'algorithm-is-a-list': row('one of several algorithms, at choice', said({ alg: ['RS256', 'none'] })),
  'key-id-is-a-number': row('a name that is compared in surprising ways', said({ kid: 1 })),
  'key-id-is-null': row('a name that is said and is none', said({ kid: null })),
  'key-id-is-half-a-character': row('a name no database keeps', said({ kid: 'rsa-1\ud800' })),
  'key-id-is-an-object': row('a query where a name belongs', said({ kid: { $ne: null } })),
  'key-id-of-ten-kilobytes': row('a name that fills the log', said({ kid: 'k'.repeat(10_000) })),
  'type-is-a-number': row('a type that no comparison expects', said({ typ: 0 })),
};

export const formAttacks = { ...parts, ...spellings, ...headers };
