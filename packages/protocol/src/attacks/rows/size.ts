import { foundBy } from '../attack.js';
import { claim, finished, outer, said } from '../changes.js';

const plain = foundBy('size', 'proof_too_large');
const sealed = foundBy('size', 'proof_too_large', 'sealed');
const LIMIT = 16_384;

/** Tokens that are meant to keep the service busy. */
export const sizeAttacks = {
  'large-payload': plain('a genuine token with ballast', claim({ ballast: 'x'.repeat(LIMIT) })),
  'large-header': plain('ballast in the header, which is read first', said({ ballast: 'x'.repeat(LIMIT) })),
  'one-byte-too-large': plain(
    'the limit and one more',
    finished((token) => token + 'A'.repeat(LIMIT + 1 - token.length)),
  ),
  'a-million-dots': plain(
    'more parts than memory',
    finished(() => '.'.repeat(1_000_000)),
  ),
  'large-envelope': sealed('ballast outside the encryption', outer({ ballast: 'x'.repeat(LIMIT) })),
  'large-letter': sealed('ballast inside the encryption', claim({ ballast: 'x'.repeat(LIMIT) })),
};
