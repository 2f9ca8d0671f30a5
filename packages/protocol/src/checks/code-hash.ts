import { reject } from '../rejection.js';
import type { Check } from './check.js';
import { halfHash } from './half-hash.js';

export const codeHash: Check = {
  name: 'code-hash',
  sentence: 'The code is the one the ID token was issued with, where it says so.',
  clause: 'OpenID Connect Core 1.0, section 3.3.2.10',
  run: async ({ header, claims, code }) => {
    if (claims.c_hash === undefined || code === undefined) return undefined;
    return claims.c_hash === (await halfHash(code, header.alg)) ? undefined : reject('code_hash_mismatch');
  },
};
