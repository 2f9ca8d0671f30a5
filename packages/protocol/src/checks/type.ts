import { reject } from '../rejection.js';
import type { QuickCheck, Signed } from './check.js';

export const type: QuickCheck<Signed> = {
  name: 'type',
  sentence: 'The header calls the token an ID token, or nothing; not a token of another kind.',
  clause: 'RFC 8725, section 3.11',
  run: ({ header: { typ, cty } }) => {
    if (typ !== undefined && typ.toUpperCase() !== 'JWT')
      return reject('type_not_allowed', 'JWT or absent', typ);
    return cty === undefined ? undefined : reject('type_not_allowed', 'no cty', cty);
  },
};
