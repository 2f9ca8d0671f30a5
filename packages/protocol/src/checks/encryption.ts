import { reject } from '../rejection.js';
import type { Check, Presented } from './check.js';

export const encryption: Check<Presented> = {
  name: 'encryption',
  sentence: 'The token is encrypted where the connection demands it, and only where it may be.',
  run: ({ parts, policy }) => {
    if (parts.length === 3 && policy.encryption === 'required') return reject('encryption_required');
    return parts.length === 5 && policy.encryption === 'refused' ? reject('encryption_refused') : undefined;
  },
};
