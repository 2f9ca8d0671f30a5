import { type Rejection, reject } from '../rejection.js';
import type { QuickCheck } from './check.js';

export const PROOF_LIMIT_BYTES = 16_384;

const tooLarge = ({ length }: string): Rejection =>
  reject('proof_too_large', `at most ${PROOF_LIMIT_BYTES} characters`, `${length} characters`);

export const size: QuickCheck<{ readonly token: string }> = {
  name: 'size',
  sentence: 'The token is text of at most 16 KiB.',
  run: ({ token }) => {
    // What a page answers reaches us as JSON: the type says text, the page may say anything.
    if (typeof token !== 'string') return reject('proof_malformed', 'text', typeof token);
    return token.length <= PROOF_LIMIT_BYTES ? undefined : tooLarge(token);
  },
};
