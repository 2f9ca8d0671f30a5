import { keyFits } from '../envelope/key.js';
import { reject } from '../rejection.js';
import type { Check, Keyed } from './check.js';

export const keySuitability: Check<Keyed> = {
  name: 'key-suitability',
  sentence: 'The key is of the kind, size and use the header says, and strong enough.',
  clause: 'RFC 8725, section 3.5',
  run: ({ header, meant: [key] }) => (key && keyFits(key, header) ? undefined : reject('key_unsuitable')),
};
