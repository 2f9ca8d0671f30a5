import type { JoseHeader } from '../envelope/header.js';
import { reject } from '../rejection.js';
import type { QuickCheck, Signed } from './check.js';

/** Of a header that calls what it heads something else than a JWT. */
export const isOfOtherType = ({ typ }: JoseHeader): boolean =>
  typ !== undefined && typ.toUpperCase() !== 'JWT';

export const type: QuickCheck<Signed> = {
  name: 'type',
  sentence: 'The header calls the token an ID token, or nothing; not a token of another kind.',
  clause: 'RFC 8725, section 3.11',
  run: ({ header }) => {
    if (isOfOtherType(header)) return reject('type_not_allowed', 'JWT or absent', header.typ);
    return header.cty === undefined ? undefined : reject('type_not_allowed', 'no cty', header.cty);
  },
};
