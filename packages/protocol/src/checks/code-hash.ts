import { type Rejection, reject } from '../rejection.js';
import type { Check } from './check.js';
import { halfHash } from './half-hash.js';

export const codeHash: Check = {
  name: 'code-hash',
  sentence: 'The code is the one the ID token was issued with, where it says so.',
  clause: 'OpenID Connect Core 1.0, section 3.3.2.10',
  run: ({ header, claims: { c_hash }, code }) =>
    c_hash === undefined || code === undefined ? undefined : compare(c_hash, code, header.alg),
};

const compare = async (hash: string, code: string, algorithm: string): Promise<Rejection | undefined> =>
  hash === (await halfHash(code, algorithm))
    ? undefined
    : reject('code_hash_mismatch', 'the hash of this code', 'another hash');
