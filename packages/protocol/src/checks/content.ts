import { reject } from '../rejection.js';
import type { Presented, QuickCheck } from './check.js';
import { isCompact } from './form.js';

export const content: QuickCheck<Presented> = {
  name: 'content',
  sentence: 'Inside the envelope is one signed token, and no further envelope.',
  clause: 'RFC 7519, section 11.2',
  run: (inner) =>
    inner.parts.length === 3 && isCompact(inner)
      ? undefined
      : reject('proof_malformed', 'a signed token: three parts', `${inner.parts.length} parts`),
};
