import { expect, test } from 'vitest';
import { judgePush } from './push.js';

const known = { version: 7n, bodyHash: 'a' };

test.each([
  ['the first push of a source is stored', undefined, { version: 1n, bodyHash: 'a' }, 'stored'],
  ['a higher version is stored', known, { version: 8n, bodyHash: 'a' }, 'stored'],
  ['the same version with the same body changes nothing', known, known, 'unchanged'],
  ['the same version with another body is out of date', known, { version: 7n, bodyHash: 'b' }, 'out_of_date'],
  ['a lower version is out of date, whatever its body', known, { version: 6n, bodyHash: 'a' }, 'out_of_date'],
] as const)('%s', (_, before, pushed, state) => expect(judgePush(before, pushed)).toBe(state));

test('versions above what a number can count are told apart', () => {
  const large = { version: 9_007_199_254_740_993n, bodyHash: 'a' };
  expect(judgePush({ version: 9_007_199_254_740_992n, bodyHash: 'a' }, large)).toBe('stored');
});
