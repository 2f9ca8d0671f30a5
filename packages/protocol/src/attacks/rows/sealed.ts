import { fromBase64url, toBase64url } from '../../bytes.js';
import { type Change, foundBy } from '../attack.js';
import { finished, outer, outerAfter, part } from '../changes.js';
import { editPart, encode, flip, respell } from '../edit.js';
import type { HonestName } from '../honest.js';

const closed = (of: HonestName = 'sealed') => foundBy('decryption', 'decryption_failed', of);
const [KEY, IV, TEXT, TAG] = [1, 2, 3, 4];
const toStranger: Change = { toStranger: true };

/** Half of a part. */
const half = (one: string): string => toBase64url(fromBase64url(one).slice(0, -8));

/** The bytes of text and tag as they are, and so many of the second counted to the first. */
const divided =
  (more: number) =>
  (token: string): string => {
    const [text = new Uint8Array(), tag = new Uint8Array()] = token.split('.').slice(TEXT).map(fromBase64url);
    const [both, at] = [[...text, ...tag], text.length + more];
    const parts = [both.slice(0, at), both.slice(at)].map((one) => toBase64url(Uint8Array.from(one)));
    return [...token.split('.').slice(0, TEXT), ...parts].join('.');
  };

const ephemeral = (epk: object) => outerAfter({ epk });
const agreed = closed('sealed-ecdh');

/** Envelopes that were sealed to somebody else, or changed on the way. */
const changed = {
  'encrypted-to-a-stranger': closed()('an envelope for somebody else', toStranger),
  'agreed-with-a-stranger': agreed('a secret agreed upon with somebody else', toStranger),
  'key-of-the-envelope-unknown': closed()('a key the brand never had', outer({ kid: 'never-published' })),
  'key-of-the-envelope-another': closed()(
    'the brand has it, and the envelope is not for it',
    outer({ kid: 'seal-2' }),
  ),
  'one-bit-of-the-sealed-key': closed()('the sealed key is changed', part(KEY, flip)),
  'one-bit-of-the-vector': closed()('the initialisation vector is changed', part(IV, flip)),
  'one-bit-of-the-ciphertext': closed()('the ciphertext is changed', part(TEXT, flip)),
  'one-bit-of-the-tag': closed()('the tag that vouches for the text is changed', part(TEXT + 1, flip)),
  'one-bit-of-a-cbc-tag': closed('sealed-cbc')('the same under the other cipher', part(TAG, flip)),
  'one-bit-of-cbc-ciphertext': closed('sealed-cbc')(
    'a bit that CBC would turn in the clear text',
    part(TEXT, flip),
  ),
  'one-bit-of-an-agreed-text': agreed('the same under an agreed key', part(TEXT, flip)),
  'one-bit-of-an-agreed-cbc-tag': closed('sealed-ecdh-cbc')('and under the other cipher', part(TAG, flip)),
  'text-and-tag-divided-elsewhere': closed()(
    'ciphertext and tag are the same bytes in a row: divided elsewhere, they are another envelope',
    finished(divided(4)),
    finished(divided(-3)),
  ),
  'tag-cut-short': closed()('a short tag is guessed sooner', part(TAG, half)),
  'tag-left-out': closed()(
    'a tag of no bytes fits everything a careless reader has',
    part(TAG, () => ''),
  ),
  'sealed-text-left-out': closed()(
    'nothing at all, under the tag of something',
    part(TEXT, () => ''),
  ),
  'sealed-key-left-out': closed()(
    'a key of no bytes',
    part(KEY, () => ''),
  ),
  'vector-cut-short': closed()('a vector that comes round sooner', part(IV, half)),
  'header-changed-after-sealing': closed()('the header is under the tag as well', outerAfter({ typ: 'JWT' })),
  'vector-and-tag-exchanged': closed()(
    'the right parts in the wrong places',
    finished((token) => {
      const [head, key, iv = '', text, tag = ''] = token.split('.');
      return [head, key, tag, text, iv].join('.');
    }),
  ),
  'agreed-and-sealed-as-well': agreed(
    'a sealed key where the key is agreed upon: two keys, at choice',
    part(KEY, () => 'AAAA'),
  ),
  'agreement-without-a-key': agreed('no key to agree with', outerAfter({ epk: undefined })),
  'agreement-off-the-curve': agreed(
    'a point that is not on the curve would give the secret away',
    ephemeral({
      kty: 'EC',
      crv: 'P-256',
      x: toBase64url(new Uint8Array(32).fill(1)),
      y: toBase64url(new Uint8Array(32).fill(1)),
    }),
  ),
  'agreement-on-another-curve': agreed(
    'a key of another curve',
    ephemeral({ kty: 'OKP', crv: 'X25519', x: toBase64url(new Uint8Array(32).fill(9)) }),
  ),
  'agreement-by-zero': agreed(
    'coordinates of nothing',
    ephemeral({
      kty: 'EC',
      crv: 'P-256',
      x: toBase64url(new Uint8Array(32)),
      y: toBase64url(new Uint8Array(32)),
    }),
  ),
  'content-is-not-text': closed()('bytes that are no text inside', {
    signed: () => Uint8Array.of(0x65, 0xff, 0xfe),
  }),
};

const inside = foundBy('content', 'proof_malformed', 'sealed');
const letter = (signed: (token: string) => string): Change => ({ signed });

/** Good envelopes around something that is no signed token. */
const contents = {
  'nested-twice': inside(
    'an envelope that holds an envelope',
    letter((token) => `${token}.AAAA.AAAA`),
  ),
  'nothing-inside': inside(
    'an empty envelope',
    letter(() => ''),
  ),
  'claims-inside': inside(
    'claims that nobody signed: anybody has the encryption key',
    letter((token) => atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))),
  ),
  'signature-cut-off-inside': inside(
    'the signature is gone, dot and all',
    letter((token) => token.split('.').slice(0, 2).join('.')),
  ),
  'padded-inside': inside(
    'padding, where nobody looks',
    letter((token) => `${token}==`),
  ),
  'stray-bits-inside': inside(
    'a second spelling, where nobody looks',
    letter((token) => editPart(token, 2, (one) => respell(one) ?? `${one}A`)),
  ),
  'a-mark-inside': inside(
    'a byte order mark, which some readers pass over',
    letter((token) => `\ufeff${token}`),
  ),
  'a-line-break-inside': inside(
    'white space, where nobody looks',
    letter((token) => `${token}\n`),
  ),
  'header-is-a-list-inside': inside(
    'a header that is no object, where nobody looks',
    letter((token) => editPart(token, 0, () => encode('[]'))),
  ),
};

const repeated = foundBy('replicas', 'claims_malformed', 'sealed-repeating');

/** Envelopes that say another thing outside than inside. */
const outside = {
  'another-issuer-outside': repeated(
    'sorted by one issuer, judged by another',
    outer({ iss: 'https://attacker.example' }),
  ),
  'another-audience-outside': repeated('sorted to somebody else', outer({ aud: 'another-client' })),
  'another-subject-outside': repeated(
    'logged as one person, let in as another',
    outer({ sub: 'somebody-else' }),
  ),
  'more-audiences-outside': repeated('for more outside than inside', {
    outer: (header) => ({ ...header, aud: [header['aud'], 'another-client'] }),
  }),
};

export const sealedAttacks = { ...changed, ...contents, ...outside };
