import { reject } from '../rejection.js';
import type { Check } from './check.js';

export const authenticationClass: Check = {
  name: 'authentication-class',
  sentence: 'The consumer signed in in one of the demanded ways, where any is demanded.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 12',
  run: ({ claims, policy: { acrValues } }) => {
    if (acrValues === undefined || acrValues.length === 0) return undefined;
    // By membership, never by order: a class is a name, not a number.
    if (claims.acr !== undefined && acrValues.includes(claims.acr)) return undefined;
    return reject('authentication_class_unmet', acrValues, claims.acr ?? 'absent');
  },
};
