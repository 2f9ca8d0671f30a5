import { reject } from '../rejection.js';
import { type Check, seconds } from './check.js';

export const authenticationTime: Check = {
  name: 'authentication-time',
  sentence: 'The consumer signed in recently enough, where that is demanded.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 13',
  run: ({ claims, policy, now }) => {
    if (policy.maxAgeSeconds === undefined) return undefined;
    const earliest = seconds(now) - policy.maxAgeSeconds - policy.skewSeconds;
    if (claims.auth_time !== undefined && claims.auth_time >= earliest) return undefined;
    return reject('authentication_too_old', `auth_time from ${earliest}`, claims.auth_time ?? 'absent');
  },
};
