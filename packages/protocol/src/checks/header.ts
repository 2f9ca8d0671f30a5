import type { QuickCheck, Signed } from './check.js';
import { forbidden, pointsNowhere } from './points-nowhere.js';

export const header: QuickCheck<Signed> = {
  name: 'header',
  sentence: 'The header points at no key of its own and demands no extension.',
  clause: 'RFC 8725, section 3.10',
  run: (signed) => (pointsNowhere(signed.header) ? undefined : forbidden(signed.header)),
};
