import { reject } from '../rejection.js';
import type { QuickCheck, Signed } from './check.js';

export const algorithm: QuickCheck<Signed> = {
  name: 'algorithm',
  sentence: 'The algorithm is one the connection allows.',
  clause: 'RFC 8725, section 3.1',
  run: ({ header, policy: { algorithms } }) =>
    algorithms.some((allowed) => allowed === header.alg)
      ? undefined
      : reject('algorithm_not_allowed', algorithms, header.alg),
};
