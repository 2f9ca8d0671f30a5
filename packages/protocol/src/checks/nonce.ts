import { isRelaxed } from '../policy.js';
import { reject } from '../rejection.js';
import type { Check } from './check.js';

export const nonce: Check = {
  name: 'nonce',
  sentence: 'The token answers this attempt and no other.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 11',
  run: ({ claims, attempt, policy }) => {
    if (claims.nonce === undefined)
      return isRelaxed(policy, 'nonce')
        ? undefined
        : reject('nonce_missing', 'the nonce of this attempt', 'absent');
    return claims.nonce === attempt.nonce
      ? undefined
      : reject('nonce_mismatch', 'the nonce of this attempt', 'another nonce');
  },
};
