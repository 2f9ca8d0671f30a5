import { expect, test } from 'vitest';
import { withGaps } from './with-gaps';

test('each that is drawn knows how many are missing before it', () => {
  expect(withGaps([0, 1, 2])).toEqual([
    { index: 0, missing: 0 },
    { index: 1, missing: 0 },
    { index: 2, missing: 0 },
  ]);
  expect(withGaps([7, 40, 41, 1_999]).map(({ missing }) => missing)).toEqual([7, 32, 0, 1_957]);
  expect(withGaps([])).toEqual([]);
});
