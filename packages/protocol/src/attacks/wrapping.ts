import type { Attack } from './attack.js';
import { editHeader, editPart, flip } from './edit.js';

/** Envelopes that are sealed wrongly. */
export const wrappingAttacks = {
  'not-encrypted': {
    why: 'the connection demands that nobody on the way can read it',
    expect: 'encryption_required',
    check: 'encryption',
    demands: { encryption: 'required' },
  },
  'encrypted-unasked': {
    why: 'a connection that refuses encryption is not made to decrypt',
    expect: 'encryption_refused',
    check: 'encryption',
    demands: { encryption: 'refused' },
    wrap: { to: 'published-key' },
  },
  'encrypted-to-a-stranger': {
    why: 'an envelope for somebody else',
    expect: 'decryption_failed',
    check: 'decryption',
    demands: { encryption: 'required' },
    wrap: { to: 'unpublished-key' },
  },
  'one-bit-of-the-ciphertext': {
    why: 'the ciphertext is changed on the way',
    expect: 'decryption_failed',
    check: 'decryption',
    demands: { encryption: 'required' },
    wrap: { to: 'published-key' },
    finished: (token) => editPart(token, 3, flip),
  },
  'compressed-inside': {
    why: 'a few bytes that grow to gigabytes',
    expect: 'header_forbidden',
    check: 'envelope',
    demands: { encryption: 'required' },
    wrap: { to: 'published-key' },
    finished: (token) => editHeader(token, { zip: 'DEF' }),
  },
  'old-key-management': {
    why: 'a way of wrapping keys that leaks them bit by bit',
    expect: 'algorithm_not_allowed',
    check: 'envelope',
    demands: { encryption: 'required' },
    wrap: { to: 'published-key' },
    finished: (token) => editHeader(token, { alg: 'RSA1_5' }),
  },
  'content-cipher-not-listed': {
    why: 'a cipher that nobody here chose',
    expect: 'algorithm_not_allowed',
    check: 'envelope',
    demands: { encryption: 'required' },
    wrap: { to: 'published-key', header: { enc: 'A192GCM' } },
  },
  'content-type-unsaid': {
    why: 'what is inside is not said to be a token',
    expect: 'type_not_allowed',
    check: 'envelope',
    demands: { encryption: 'required' },
    wrap: { to: 'published-key', header: { cty: 'text/plain' } },
  },
  'encrypted-and-never-signed': {
    why: 'anybody has the encryption key: encryption alone proves nothing',
    expect: 'algorithm_not_allowed',
    check: 'algorithm',
    demands: { encryption: 'required' },
    header: (header) => ({ ...header, alg: 'none' }),
    signWith: 'nothing',
    wrap: { to: 'published-key' },
  },
  'signed-by-a-stranger-inside': {
    why: 'a good envelope around a bad letter',
    expect: 'signature_invalid',
    check: 'signature',
    demands: { encryption: 'required' },
    signWith: 'unpublished-key',
    wrap: { to: 'published-key' },
  },
} satisfies Record<string, Attack>;
