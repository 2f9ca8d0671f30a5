import { reject } from '../rejection.js';
import { type Check, seconds } from './check.js';

export const issuedAt: Check = {
  name: 'issued-at',
  sentence: 'The token was not made in the future.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 10',
  run: ({ claims, policy, now }) => {
    const latest = seconds(now) + policy.skewSeconds;
    return claims.iat <= latest
      ? undefined
      : reject('token_not_yet_valid', `iat up to ${latest}`, claims.iat);
  },
};
