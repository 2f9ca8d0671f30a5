import type { Attack } from './attack.js';
import { moved, without } from './edit.js';

/** Tokens of another time. `iat` of the honest token is now. */
export const timeAttacks = {
  expired: {
    why: 'a token that was good yesterday',
    expect: 'token_expired',
    check: 'expiry',
    claims: (claims) => moved(moved(claims, 'iat', -7_200), 'exp', -7_200),
  },
  'minted-tomorrow': {
    why: 'a token that is kept for later',
    expect: 'token_not_yet_valid',
    check: 'issued-at',
    claims: (claims) => moved(moved(claims, 'iat', 86_400), 'exp', 86_400),
  },
  'not-valid-yet': {
    why: 'the issuer says from when on it counts, and that is later',
    expect: 'token_not_yet_valid',
    check: 'not-before',
    claims: (claims) => moved({ ...claims, nbf: claims.iat }, 'nbf', 120),
  },
  'minted-before-the-attempt': {
    why: 'a stored token: nobody was asked this time',
    expect: 'token_too_old',
    check: 'freshness',
    claims: (claims) => moved(claims, 'iat', -600),
  },
  'lives-too-long': {
    why: 'one token for the whole year',
    expect: 'lifetime_too_long',
    check: 'lifetime',
    claims: (claims) => moved(claims, 'exp', 31_536_000),
  },
  'ends-before-it-begins': {
    why: 'a lifetime below nothing slips under every limit',
    expect: 'claims_malformed',
    check: 'lifetime',
    claims: (claims) => ({ ...claims, exp: Number(claims.iat) - 1 }),
  },
  'before-1970': {
    why: 'a time below nothing, for arithmetic that does not expect it',
    expect: 'claims_malformed',
    check: 'times',
    claims: (claims) => ({ ...claims, nbf: -1 }),
  },
  'no-expiry': {
    why: 'a token that never ends',
    expect: 'claims_malformed',
    check: 'claims',
    claims: (claims) => without(claims, 'exp'),
  },
  'expiry-as-text': {
    why: 'text compares with numbers in surprising ways',
    expect: 'claims_malformed',
    check: 'claims',
    claims: (claims) => ({ ...claims, exp: String(claims.exp) }),
  },
  'times-in-milliseconds': {
    why: 'a thousand times later than meant: practically for ever',
    expect: 'claims_malformed',
    check: 'times',
    claims: (claims) => ({ ...claims, exp: Number(claims.exp) * 1_000, iat: Number(claims.iat) * 1_000 }),
  },
} satisfies Record<string, Attack>;
