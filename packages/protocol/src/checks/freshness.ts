import { isRelaxed } from '../policy.js';
import { reject } from '../rejection.js';
import { type Check, seconds } from './check.js';

export const freshness: Check = {
  name: 'freshness',
  sentence: 'The token was made for this attempt, not before it.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 10',
  run: ({ claims, policy, attempt }) => {
    // What answers no attempt cannot be younger than it.
    if (claims.nonce === undefined && isRelaxed(policy, 'nonce')) return undefined;
    const earliest = seconds(attempt.startedAt) - policy.skewSeconds;
    return claims.iat >= earliest ? undefined : reject('token_too_old', `iat from ${earliest}`, claims.iat);
  },
};
