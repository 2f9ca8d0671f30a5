import { expect, test } from 'vitest';
import { sizeWords } from './size';

test('a size is told in a unit that fits', () => {
  expect(sizeWords(1)).toBe('1 kB');
  expect(sizeWords(345_678)).toBe('338 kB');
  expect(sizeWords(10 * 1_024 * 1_024)).toBe('10 MB');
  expect(sizeWords(2_516_582)).toBe('2.4 MB');
});
