import type { Attack } from './attack.js';
import { editPart, notUtf8, respell } from './edit.js';

/** Tokens that are no tokens. */
export const formAttacks = {
  'nothing-at-all': {
    why: 'a page answers an empty string and hopes that nobody looks',
    expect: 'proof_malformed',
    check: 'form',
    finished: () => '',
  },
  'two-parts': {
    why: 'the signature is cut off, separator and all',
    expect: 'proof_malformed',
    check: 'form',
    finished: (token) => token.split('.').slice(0, 2).join('.'),
  },
  'four-parts': {
    why: 'a part too many, neither JWS nor JWE',
    expect: 'proof_malformed',
    check: 'form',
    finished: (token) => `${token}.AAAA`,
  },
  'padded-base64': {
    why: 'the same bytes with padding would be a second spelling of one proof',
    expect: 'proof_malformed',
    check: 'form',
    finished: (token) => `${token}==`,
  },
  'stray-bits': {
    why: 'the last character carries bits that decode to nothing: a replay that looks new',
    expect: 'proof_malformed',
    check: 'form',
    finished: (token) => editPart(token, 2, (part) => respell(part) ?? `${part}A`),
  },
  'a-line-break': {
    why: 'white space that a lenient decoder swallows',
    expect: 'proof_malformed',
    check: 'form',
    finished: (token) => editPart(token, 1, (part) => `${part.slice(0, 8)}\n${part.slice(8)}`),
  },
  'larger-than-16-kib': {
    why: 'a token that is meant to keep the service busy',
    expect: 'proof_too_large',
    check: 'size',
    claims: (claims) => ({ ...claims, ballast: 'x'.repeat(16_384) }),
  },
  'header-is-not-utf-8': {
    why: 'bytes that are no text are replaced by a lenient reader, and two headers become one',
    expect: 'proof_malformed',
    check: 'form',
    finished: (token) => editPart(token, 0, notUtf8),
  },
  'header-is-a-list': {
    why: 'a header that is JSON and not an object',
    expect: 'proof_malformed',
    check: 'form',
    finished: (token) => editPart(token, 0, () => 'W10'),
  },
} satisfies Record<string, Attack>;
