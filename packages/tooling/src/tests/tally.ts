import { existsSync, readFileSync } from 'node:fs';
import {
  type Failure,
  failuresIn,
  failuresOfPlaywright,
  failuresOfVitest,
  inShort,
  type PlaywrightSuite,
  textOf,
  type VitestFile,
} from './failures.js';

/** How many tests there were, and which failed, as far as it is known. A part of the check counts as one. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly failures?: readonly Failure[];
};

export const none: Tally = { passed: 0, failed: 0 };
/** Something that is no test of a runner, and counts as one. */
export const onePassed: Tally = { passed: 1, failed: 0 };
export const oneFailed = (what: string, why = ''): Tally => ({
  passed: 0,
  failed: 1,
  failures: [{ what, why: inShort(why) }],
});

const counted = (passed: number, failed: number, failures: readonly Failure[]): Tally => ({
  passed,
  failed,
  ...(failures.length > 0 ? { failures } : {}),
});

export const add = (a: Tally, b: Tally): Tally =>
  counted(a.passed + b.passed, a.failed + b.failed, [...(a.failures ?? []), ...(b.failures ?? [])]);

export const isGreen = ({ passed, failed }: Tally): boolean => failed === 0 && passed > 0;

/** The last line, alone, and the exit code: nothing run is as bad as something failed. */
export function reportAlone(tally: Tally): number {
  // Of a long run whoever looks sees the end.
  if (tally.failures) process.stdout.write(`\n${textOf(tally.failures)}\n`);
  process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
  return isGreen(tally) ? 0 : 1;
}

/** Of one of our own commands, by its last line; without one it counts as one failure. */
export function tallyOfOutput(output: string, code: number): Tally {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const said = /^(\d+) passed, (\d+) failed$/.exec(last);
  const tally = counted(Number(said?.[1] ?? 0), Number(said?.[2] ?? 1), said ? failuresIn(output) : []);
  // Where nothing could be run, for want of a Redis, the command alone is not green, and the whole may be.
  const endedBadly = code !== 0 && tally.passed > 0 && tally.failed === 0;
  return endedBadly ? { ...tally, failed: 1 } : tally;
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};

/** Of a run of Playwright, by its report; a report that is missing counts as one failure. */
export function tallyOfPlaywright(file: string, code: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky;
  const broken = failed === 0 && code !== 0 ? 1 : 0;
  return counted(stats.expected, failed + broken, failuresOfPlaywright({ suites }));
}

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly VitestFile[];
};

/** Of a run of Vitest: a report that is missing, or a run that failed without a failed test, counts as one failure. */
export function tallyOfVitest(file: string, code: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, success, testResults } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as VitestReport;
  const broken = numFailedTests === 0 && (code !== 0 || !success) ? 1 : 0;
  return counted(numPassedTests, numFailedTests + broken, failuresOfVitest(testResults));
}
