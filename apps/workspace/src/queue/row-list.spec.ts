import { expect, test } from 'vitest';
import { stepFrom } from './row-list';

test('a step leads along the rows and stays on the last', () => {
  expect(stepFrom(3, 1, 10)).toBe(4);
  expect(stepFrom(9, 1, 10)).toBe(9);
  expect(stepFrom(0, -1, 10)).toBe(0);
});

test('from nowhere the first step leads to the first row', () => {
  expect(stepFrom(-1, 1, 10)).toBe(0);
  expect(stepFrom(-1, -1, 10)).toBe(0);
});

test('the ends are one step away', () => {
  expect(stepFrom(5, 'first', 2_000)).toBe(0);
  expect(stepFrom(5, 'last', 2_000)).toBe(1_999);
});
