import { expect, test } from 'vitest';
import { Gaps } from './gaps.js';

test('what is told in a row is heard in a row, by each process for itself', () => {
  const gaps = new Gaps();
  expect([gaps.follows('a', 1, 0), gaps.follows('b', 1, 0), gaps.follows('a', 2, 0)]).toEqual([
    true,
    true,
    true,
  ]);
});

test('a number that is missing is noticed, once', () => {
  const gaps = new Gaps();
  gaps.follows('a', 1, 0);
  expect([gaps.follows('a', 3, 0), gaps.follows('a', 4, 0)]).toEqual([false, true]);
});

test('of a process that told things before it was first heard, something was missed', () => {
  expect(new Gaps().follows('a', 7, 0)).toBe(false);
});

test('a process that falls silent without a word is noticed once; one that said it leaves is not', () => {
  const gaps = new Gaps();
  gaps.follows('killed', 1, 0);
  gaps.follows('stopped', 1, 0);
  gaps.follows('alive', 1, 5_000);
  gaps.left('stopped');
  expect([gaps.fallenSilent(5_000), gaps.fallenSilent(7_000), gaps.fallenSilent(8_000)]).toEqual([0, 1, 0]);
});
