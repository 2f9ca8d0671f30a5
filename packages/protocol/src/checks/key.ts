import { reject } from '../rejection.js';
import type { Keyed, QuickCheck } from './check.js';

export const key: QuickCheck<Keyed> = {
  name: 'key',
  sentence: 'The issuer publishes the key the header names, under a name no other key has.',
  clause: 'RFC 7517, section 4.5',
  run: ({ header: { kid }, published, meant }) => {
    if (meant.length === 1) return undefined;
    // Where none fits, a name would not have helped.
    if (kid === undefined)
      return reject(
        meant.length === 0 ? 'key_unsuitable' : 'key_id_missing',
        meant.length === 0 ? 'a key that fits the header' : '`kid`, since several keys fit',
        meant.length === 0 ? 'none that is published' : 'no `kid`',
      );
    // Two keys of one name: nobody can say which was meant.
    if (meant.length > 1)
      return reject('key_unsuitable', `one key named ${kid}`, `${meant.length} keys of that name`);
    return reject(
      'key_unknown',
      published.map((one) => (typeof one.kid === 'string' ? one.kid : 'without kid')),
      kid,
    );
  },
};
