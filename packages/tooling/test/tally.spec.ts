import { expect, test } from 'vitest';
import { add, isGreen, none, tallyOfOutput } from '../src/tests/tally.js';

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

test('a command that ran apart is counted by its last line', () => {
  expect(tallyOfOutput('9 passed, 9 failed\n\n4 passed, 1 failed\n', 1)).toEqual({ passed: 4, failed: 1 });
  expect(tallyOfOutput('4 passed, 0 failed\n', 0)).toEqual({ passed: 4, failed: 0 });
});

test('a command that ran apart and ended badly is a failure, whatever it said', () => {
  expect(tallyOfOutput('it broke', 1)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOfOutput('it said nothing', 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOfOutput('4 passed, 0 failed', 1)).toEqual({ passed: 4, failed: 1 });
});

test('a command that ran apart and had nothing to run with is neither passed nor failed', () => {
  expect(tallyOfOutput('There is no Redis.\n\n0 passed, 0 failed', 1)).toEqual(none);
});
