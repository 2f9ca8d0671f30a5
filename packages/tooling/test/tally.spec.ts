import { expect, test } from 'vitest';
import { add, isGreen, none } from '../src/tests/tally.js';

test('tallies of several runners are summed', () => {
  const sum = add(add(none, { passed: 5, failed: 0 }), { passed: 7, failed: 2 });
  expect(sum).toEqual({ passed: 12, failed: 2 });
});

test('one failure turns everything red', () => {
  expect(isGreen({ passed: 1_000, failed: 1 })).toBe(false);
});

test('a run of nothing is not green', () => {
  expect(isGreen(none)).toBe(false);
});
