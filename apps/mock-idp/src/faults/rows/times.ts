import type { Fault } from '../fault.js';
import { withClaims, without } from '../forge.js';

const hour = 3600;
const day = 24 * hour;

/** When it was made, and until when it holds. */
export const times = {
  expired: {
    why: 'made in time and kept too long: an old login is not a login',
    expect: 'token_expired',
    at: 'id-token',
    forge: withClaims((claims, { now }) => ({ ...claims, iat: now - hour, exp: now - 120 })),
  },
  'not-yet-valid': {
    why: 'nbf lies an hour ahead: a token that was given out before its time',
    expect: 'token_not_yet_valid',
    at: 'id-token',
    forge: withClaims((claims, { now }) => ({ ...claims, nbf: now + hour })),
  },
  'made-in-the-future': {
    why: 'iat lies an hour ahead: a clock is wrong, or the token was prepared',
    expect: 'token_not_yet_valid',
    at: 'id-token',
    forge: withClaims((claims, { now }) => ({ ...claims, iat: now + hour, exp: now + 2 * hour })),
  },
  'made-before-the-login': {
    why: 'made half an hour before this login began, and still running: it answers another one',
    expect: 'token_too_old',
    at: 'id-token',
    forge: withClaims((claims, { now }) => ({ ...claims, iat: now - hour / 2 })),
  },
  'lives-too-long': {
    why: 'good for ten days: what is stolen today works next week',
    expect: 'lifetime_too_long',
    at: 'id-token',
    forge: withClaims((claims, { now }) => ({ ...claims, exp: now + 10 * day })),
  },
  'ends-before-it-begins': {
    why: 'exp lies before iat: clocks of one provider disagree',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((claims, { now }) => ({ ...claims, iat: now, exp: now - 10 })),
  },
  'exp-missing': {
    why: 'without an end it would hold for ever',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((claims) => without(claims, 'exp')),
  },
  'exp-as-text': {
    why: 'a number in quotation marks: compared as text, any year is later',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((claims) => ({ ...claims, exp: String(claims['exp']) })),
  },
  'exp-in-milliseconds': {
    why: 'milliseconds read as seconds: good until the year 58000',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((claims) => ({ ...claims, exp: Number(claims['exp']) * 1000 })),
  },
  'iat-missing': {
    why: 'nobody can say how old it is',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((claims) => without(claims, 'iat')),
  },
} satisfies Record<string, Fault>;
