import type { QuickCheck, Signed } from '../checks/check.js';
import { reject } from '../rejection.js';

const ALLOWED = ['LOGOUT+JWT', 'APPLICATION/LOGOUT+JWT'];

/** An ID token says `JWT`, or nothing: by what it says, neither is ever taken for the other. */
export const type: QuickCheck<Signed> = {
  name: 'type',
  sentence: 'The header calls the token a logout token, or nothing.',
  clause: 'OpenID Connect Back-Channel Logout 1.0, section 2.4',
  run: ({ header: { typ, cty } }) => {
    if (typ !== undefined && !ALLOWED.includes(typ.toUpperCase()))
      return reject('type_not_allowed', 'logout+jwt or absent', typ);
    return cty === undefined ? undefined : reject('type_not_allowed', 'no cty', cty);
  },
};
