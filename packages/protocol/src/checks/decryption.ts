import { reject } from '../rejection.js';
import type { QuickCheck, Unsealed } from './check.js';

export const decryption: QuickCheck<Unsealed> = {
  name: 'decryption',
  sentence: "One of the brand's published encryption keys opens it, and nothing inside was changed.",
  clause: 'RFC 7516, section 5.2',
  run: ({ inner }) =>
    inner === undefined ? reject('decryption_failed', 'a token inside', 'nothing that opens') : undefined,
};
