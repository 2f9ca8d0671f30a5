import { expect, test } from 'vitest';
import { slopeOf, spreadOf } from './statistics.js';

test('one disturbed round moves neither the median nor the quartiles', () => {
  expect(spreadOf([10, 11, 12, 13, 14])).toEqual({ median: 12, low: 11, high: 13 });
  expect(spreadOf([10, 11, 12, 13, 1_000])).toEqual({ median: 12, low: 11, high: 13 });
});

test('between two rounds lies their middle', () => {
  expect(spreadOf([4, 2])).toEqual({ median: 3, low: 2.5, high: 3.5 });
});

test('what grows by three bytes each has a slope of three, whatever it began with', () => {
  const points = [0, 10, 20, 30].map((x) => ({ x, y: 5_000 + 3 * x }));
  expect(slopeOf(points)).toBeCloseTo(3);
});

test('what goes up and down around a level has no slope', () => {
  const points = [7, 9, 9, 7].map((y, x) => ({ x, y }));
  expect(slopeOf(points)).toBe(0);
});
