import { expect, test } from 'vitest';
import { backoff, firstAskAt } from './spread.js';

const MINUTE = 60_000;
const moments = { due: 48 * MINUTE, stale: 60 * MINUTE };
const spread = Array.from({ length: 10_000 }, (_, index) => index / 10_000);

test('ten thousand proofs that fall due in the same second are asked for all over the time that remains', () => {
  const times = spread.map((random) => firstAskAt(moments, 0, random));
  expect(Math.min(...times)).toBe(moments.due);
  expect(Math.max(...times)).toBeLessThan(moments.stale - 2 * MINUTE);
  const bySecond = Map.groupBy(times, (at) => Math.floor(at / 1_000));
  expect(Math.max(...[...bySecond.values()].map(({ length }) => length))).toBeLessThan(25);
});

test('whoever comes late asks within what is left, and at once where nothing is', () => {
  expect(firstAskAt(moments, 59 * MINUTE, 0.5)).toBeLessThan(moments.stale);
  expect(firstAskAt(moments, 65 * MINUTE, 0.5)).toBe(65 * MINUTE);
});

test('waits double up to a limit, and lie anywhere below it', () => {
  const limits = { base: 1_000, cap: 30_000 };
  expect([1, 2, 3, 6, 40].map((tries) => backoff(tries, limits, 1))).toEqual([
    1_000, 2_000, 4_000, 30_000, 30_000,
  ]);
  expect(backoff(9, limits, 0)).toBe(0);
});
