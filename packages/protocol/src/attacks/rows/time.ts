import { type Change, foundBy } from '../attack.js';
import { claim, claimFrom, moved, spelled } from '../changes.js';

const DAY = 86_400;
const MILLISECONDS = 1_000;

const wrong = foundBy('times', 'claims_malformed');
const inMilliseconds = (name: string): Change =>
  claimFrom((claims) => ({ [name]: Number(claims[name] ?? claims['iat']) * MILLISECONDS }));

/** Numbers that are no time. */
const numbers = {
  'expiry-in-milliseconds': wrong(
    'a thousand times later than meant: practically for ever',
    inMilliseconds('exp'),
  ),
  'issue-in-milliseconds': wrong('the same for the time of issue', inMilliseconds('iat')),
  'beginning-in-milliseconds': wrong('the same for the beginning', inMilliseconds('nbf')),
  'sign-in-in-milliseconds': wrong('a sign-in that is always recent', inMilliseconds('auth_time')),
  'expiry-with-a-fraction': wrong(
    'half a second, which every reader rounds in its own way',
    claimFrom(({ exp }) => ({ exp: Number(exp) + 0.5 })),
  ),
  'issue-with-a-fraction': wrong(
    'the same for the time of issue',
    claimFrom(({ iat }) => ({ iat: Number(iat) - 0.001 })),
  ),
  'beginning-before-1970': wrong(
    'a time below nothing, for arithmetic that does not expect it',
    claim({ nbf: -1 }),
  ),
  'expiry-before-1970': wrong('the same for the end', claim({ exp: -1 })),
  'expiry-in-the-year-10000': wrong('a time no calendar of ours has', claim({ exp: 253_402_300_800 })),
  'expiry-of-a-large-power': wrong('a number so large that one more is the same', spelled('exp', '1e300')),
};

const expired = foundBy('expiry', 'token_expired');
const waited = foundBy('expiry', 'token_expired', 'waited');

/** Tokens that have ended. */
const ended = {
  expired: expired('a token that was good yesterday', moved({ iat: -DAY, exp: -DAY })),
  'expired-while-it-waited': waited('it ended while the page was waiting', moved({ exp: -400 })),
  'expired-on-the-second': waited('the last second of the skew is over', moved({ exp: -120 })),
  'kept-in-a-drawer': waited('the same token, two minutes later', { later: 120 }),
  'expired-in-an-envelope': foundBy(
    'expiry',
    'token_expired',
    'sealed',
  )('a letter that was good yesterday', moved({ iat: -DAY, exp: -DAY })),
  'expired-in-1970': expired('the first second there was', claim({ exp: 0 })),
};

const early = foundBy('issued-at', 'token_not_yet_valid');
const begins = foundBy('not-before', 'token_not_yet_valid');

/** Tokens of the future. */
const future = {
  'minted-tomorrow': early('a token that is kept for later', moved({ iat: DAY, exp: DAY })),
  'minted-in-61-seconds': early('one second beyond the skew', moved({ iat: 61 })),
  'minted-after-its-end': early('issued when it had ended', moved({ iat: 10_000 })),
  'minted-in-the-year-9999': early('as far as a calendar goes', claim({ iat: 253_402_300_799 })),
  'not-valid-for-two-minutes': begins('the issuer says from when on it counts', moved({ nbf: 120 })),
  'not-valid-for-61-seconds': begins('one second beyond the skew', moved({ nbf: 61 })),
  'not-valid-before-its-end': begins(
    'a token that is never good',
    claimFrom(({ exp }) => ({ nbf: Number(exp) + 1 })),
  ),
  'not-valid-in-this-millennium': begins('as far as a calendar goes', claim({ nbf: 253_402_300_799 })),
};

const stale = foundBy('freshness', 'token_too_old');
const long = foundBy('lifetime', 'lifetime_too_long');

/** Tokens that were not made for this attempt, or that live too long. */
const lives = {
  'minted-before-the-attempt': stale('a stored token: nobody was asked this time', moved({ iat: -600 })),
  'minted-61-seconds-before': stale('one second beyond the skew', moved({ iat: -61 })),
  'minted-in-1970': stale('the first second there was', claim({ iat: 0 })),
  'of-an-earlier-attempt': foundBy(
    'freshness',
    'token_too_old',
    'waited',
  )('the page asks again and is answered with the same', { attemptLater: 420 }),
  'lives-a-second-too-long': long(
    'an hour and one second',
    claimFrom(({ iat }) => ({ exp: Number(iat) + 3_601 })),
  ),
  'lives-for-a-year': long('one token for the whole year', moved({ exp: 365 * DAY })),
  'lives-until-the-year-9999': long('as far as a calendar goes', claim({ exp: 253_402_300_799 })),
  'lives-for-days-from-a-code': foundBy(
    'lifetime',
    'lifetime_too_long',
    'from-code',
  )('more than a day in Code Flow', moved({ exp: DAY })),
  'lives-longer-than-told': long('a connection that allows one minute', {
    rules: { maxLifetimeSeconds: 60 },
  }),
};

const backwards = foundBy('lifetime', 'claims_malformed');
const below = {
  'ends-before-it-begins': backwards(
    'a lifetime below nothing slips under every limit',
    claimFrom(({ iat }) => ({ exp: Number(iat) - 1 })),
  ),
  'ends-as-it-begins': backwards(
    'a lifetime of nothing',
    claimFrom(({ iat }) => ({ exp: iat })),
  ),
};

export const timeAttacks = { ...numbers, ...ended, ...future, ...lives, ...below };
