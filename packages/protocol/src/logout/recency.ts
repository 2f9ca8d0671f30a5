import { type Check, seconds } from '../checks/check.js';
import { reject } from '../rejection.js';

/** How old a token may be that does not say until when it holds. */
export const OLDEST_SECONDS = 120;

export const recency: Check = {
  name: 'recency',
  sentence: 'The token has not expired; one without `exp` is at most two minutes old.',
  clause: 'OpenID Connect Back-Channel Logout 1.0, section 2.6',
  run: ({ claims: { exp, iat }, policy, now }) => {
    // An ID token has one in any case, so that the type knows no other.
    const until: number | undefined = exp;
    if (until === undefined) {
      const earliest = seconds(now) - OLDEST_SECONDS;
      return iat >= earliest ? undefined : reject('token_too_old', `iat from ${earliest}`, iat);
    }
    return until + policy.skewSeconds > seconds(now)
      ? undefined
      : reject('token_expired', `after ${seconds(now)}`, until);
  },
};
