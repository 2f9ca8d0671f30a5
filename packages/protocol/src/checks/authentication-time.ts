import { reject } from '../rejection.js';
import { type Check, seconds } from './check.js';

export const authenticationTime: Check = {
  name: 'authentication-time',
  sentence: 'The consumer signed in recently enough, where that is demanded.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 13',
  run: ({ claims, policy, now }) => {
    if (policy.maxAgeSeconds === undefined) return undefined;
    const { auth_time: at } = claims;
    const earliest = seconds(now) - policy.maxAgeSeconds - policy.skewSeconds;
    const latest = seconds(now) + policy.skewSeconds;
    if (at === undefined || at < earliest)
      return reject('authentication_too_old', `auth_time from ${earliest}`, at ?? 'absent');
    // A sign-in of tomorrow would be recent for ever.
    return at <= latest ? undefined : reject('token_not_yet_valid', `auth_time up to ${latest}`, at);
  },
};
