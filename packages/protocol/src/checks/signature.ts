import { verifies } from '../envelope/verifies.js';
import { reject } from '../rejection.js';
import type { Check, Signature } from './check.js';

export const signature: Check<Signature> = {
  name: 'signature',
  sentence: 'The signature verifies with that key.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 6',
  run: async (signed) =>
    (await verifies(signed)) ? undefined : reject('signature_invalid', 'a signature by this key', 'another'),
};
