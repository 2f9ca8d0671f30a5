import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../src/paths.js';
import {
  failuresIn,
  failuresOfPlaywright,
  failuresOfVitest,
  inShort,
  textOf,
} from '../src/tests/failures.js';
import { add, none, tallyOfOutput } from '../src/tests/tally.js';

const failures = [
  {
    what: 'journeys/tour.spec.ts:45 › it plays',
    why: 'Error: expect(locator).toBeVisible() failed\nTimeout: 15000ms',
  },
  { what: 'apps/api/test/panel.test.ts › a panel', why: '' },
];

test('what a runner says is told up to where it begins to tell how it came there', () => {
  const said =
    '\u001b[31mError: expect(locator).toBeVisible() failed\u001b[39m\n\nExpected: visible\nReceived: hidden\n\nCall log:\n  - waiting';
  expect(inShort(said)).toBe(
    'Error: expect(locator).toBeVisible() failed\nExpected: visible\nReceived: hidden',
  );
  expect(inShort('AssertionError: expected 1 to be 2\n    at /somewhere.ts:1:1')).toBe(
    'AssertionError: expected 1 to be 2',
  );
});

test('a command reads what another says has failed, and nothing after it', () => {
  expect(failuresIn(`${textOf(failures)}\n\n5 passed, 2 failed`)).toEqual(failures);
  expect(failuresIn(`${textOf(failures.slice(1))}\n\n${textOf(failures)}\n`)).toEqual(failures);
  expect(failuresIn('5 passed, 0 failed')).toEqual([]);
});

test('what failed in a part that ran apart is told by the whole', () => {
  const part = tallyOfOutput(`${textOf(failures)}\n\n5 passed, 2 failed`, 1);
  expect(add(none, part)).toEqual({ passed: 5, failed: 2, failures });
});

test('a test that failed is told with its file, and a file that did not load by itself', () => {
  const file = (
    name: string,
    assertionResults: Parameters<typeof failuresOfVitest>[0][0]['assertionResults'],
  ) => ({
    name: join(ROOT, name),
    status: 'failed',
    message: 'Error: no such module',
    assertionResults,
  });
  const passed = { status: 'passed', fullName: 'one', failureMessages: [] };
  const failed = { status: 'failed', fullName: 'other', failureMessages: ['Error: expected\n    at x'] };
  expect(failuresOfVitest([file('apps/a.test.ts', [passed, failed]), file('apps/b.test.ts', [])])).toEqual([
    { what: 'apps/a.test.ts › other', why: 'Error: expected' },
    { what: 'apps/b.test.ts', why: 'Error: no such module' },
  ]);
});

test('a journey that failed is found in the suite within the suite, and one that failed at first is one', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'journeys/a.spec.ts',
    line: 7,
    tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
  });
  const inner = {
    title: 'inner',
    file: 'journeys/a.spec.ts',
    specs: [
      spec('red', 'unexpected', 'Error: no'),
      spec('green', 'expected'),
      spec('amber', 'flaky', 'Error: late'),
    ],
  };
  const outer = { title: 'outer', file: 'journeys/a.spec.ts', suites: [inner] };
  expect(failuresOfPlaywright({ suites: [outer] })).toEqual([
    { what: 'journeys/a.spec.ts:7 › red', why: 'Error: no' },
    { what: 'journeys/a.spec.ts:7 › amber', why: 'Error: late' },
  ]);
});
