import { reject } from '../rejection.js';
import type { Check } from './check.js';

export const authorizedParty: Check = {
  name: 'authorized-party',
  sentence: 'The party that asked for the token, where it is named, is one we know.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 5',
  run: ({ claims, policy }) => {
    if (claims.azp === undefined) return undefined;
    const known = [policy.audience, ...policy.authorizedParties];
    return known.includes(claims.azp) ? undefined : reject('authorized_party_mismatch', known, claims.azp);
  },
};
