import { reject } from '../rejection.js';
import { type Check, seconds } from './check.js';

export const notBefore: Check = {
  name: 'not-before',
  sentence: 'The token is valid already.',
  clause: 'RFC 7519, section 4.1.5',
  run: ({ claims, policy, now }) => {
    const latest = seconds(now) + policy.skewSeconds;
    if (claims.iat > latest) return reject('token_not_yet_valid', `iat up to ${latest}`, claims.iat);
    if (claims.nbf !== undefined && claims.nbf > latest)
      return reject('token_not_yet_valid', `nbf up to ${latest}`, claims.nbf);
    return undefined;
  },
};
