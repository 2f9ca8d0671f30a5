import { reject } from '../rejection.js';
import type { Presented, QuickCheck } from './check.js';

const SIGNED = 'a signed token: three parts';
const ENCRYPTED = 'an encrypted token: five parts';

export const encryption: QuickCheck<Presented> = {
  name: 'encryption',
  sentence: 'The token is encrypted where the connection demands it, and only where it may be.',
  run: ({ parts, policy }) => {
    if (parts.length === 3 && policy.encryption === 'required')
      return reject('encryption_required', ENCRYPTED, SIGNED);
    return parts.length === 5 && policy.encryption === 'refused'
      ? reject('encryption_refused', SIGNED, ENCRYPTED)
      : undefined;
  },
};
