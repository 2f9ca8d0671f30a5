import { expect, test } from 'vitest';
import { beginningsOf, partsOf } from './words.js';

test.each([
  ['refund november', "'refund':* & 'november':*"],
  ['  LK-1234  ', "'LK':* & '1234':*"],
  ["o'neil & | ! ( ) :* <->", "'o':* & 'neil':*"],
  ['فاتورة خاطئة', "'فاتورة':* & 'خاطئة':*"],
  ['फ़ोन', "'फ़ोन':*"],
  ['!!!', ''],
])('“%s” is asked as %s', (question, asked) => {
  expect(beginningsOf(question)).toBe(asked);
});

test('what was found is told apart from what stands around it', () => {
  expect(partsOf('my \u0001bill\u0002 is wrong')).toEqual([
    { text: 'my ', hit: false },
    { text: 'bill', hit: true },
    { text: ' is wrong', hit: false },
  ]);
});
