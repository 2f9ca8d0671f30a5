import { reject } from '../rejection.js';
import type { Check } from './check.js';

export const issuer: Check = {
  name: 'issuer',
  sentence: 'The token names exactly the issuer of the connection.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 2',
  run: ({ claims, policy }) =>
    [policy.issuer.url, ...policy.issuer.aliases].includes(claims.iss)
      ? undefined
      : reject('issuer_mismatch', policy.issuer.url, claims.iss),
};
