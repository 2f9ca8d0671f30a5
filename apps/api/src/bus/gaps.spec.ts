import { expect, test } from 'vitest';
import { Gaps } from './gaps.js';

test('what is told in a row is heard in a row, by each process for itself', () => {
  const gaps = new Gaps();
  expect([gaps.follows('a', 1), gaps.follows('b', 1), gaps.follows('a', 2)]).toEqual([true, true, true]);
});

test('a number that is missing is noticed, once', () => {
  const gaps = new Gaps();
  gaps.follows('a', 1);
  expect([gaps.follows('a', 3), gaps.follows('a', 4)]).toEqual([false, true]);
});

test('of a process that told things before it was first heard, something was missed', () => {
  expect(new Gaps().follows('a', 7)).toBe(false);
});
