import { reject } from '../rejection.js';
import { type Check, seconds } from './check.js';

export const expiry: Check = {
  name: 'expiry',
  sentence: 'The token has not expired.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 9',
  run: ({ claims, policy, now }) =>
    claims.exp + policy.skewSeconds > seconds(now)
      ? undefined
      : reject('token_expired', `after ${seconds(now)}`, claims.exp),
};
