import { reject } from '../rejection.js';
import { type Check, seconds } from './check.js';

export const notBefore: Check = {
  name: 'not-before',
  sentence: 'The token is valid already, where it says from when on.',
  clause: 'RFC 7519, section 4.1.5',
  run: ({ claims, policy, now }) => {
    const latest = seconds(now) + policy.skewSeconds;
    return claims.nbf === undefined || claims.nbf <= latest
      ? undefined
      : reject('token_not_yet_valid', `nbf up to ${latest}`, claims.nbf);
  },
};
