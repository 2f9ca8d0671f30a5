import { existsSync, readFileSync } from 'node:fs';
import { type Failure, failuresIn, failuresOfPlaywright, type PlaywrightSuite, textOf } from './failures.js';

/** How many tests there were, and which failed, as far as it is known. A part of the check counts as one. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly failures?: readonly Failure[];
};

export const none: Tally = { passed: 0, failed: 0 };
export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...(a.failures ?? []), ...(b.failures ?? [])],
});

export const isGreen = ({ passed, failed }: Tally): boolean => failed === 0 && passed > 0;

/** The last line, alone, and the exit code: nothing run is as bad as something failed. */
export function reportAlone(tally: Tally): number {
  // Of a long run whoever looks sees the end.
  if (tally.failures?.length) process.stdout.write(`\n${textOf(tally.failures)}\n`);
  process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
  return isGreen(tally) ? 0 : 1;
}

/** Of one of our own commands, by its last line; without one it counts as one failure. */
export function tallyOfOutput(output: string, code: number): Tally {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const said = /^(\d+) passed, (\d+) failed$/.exec(last);
  const tally = {
    passed: Number(said?.[1] ?? 0),
    failed: Number(said?.[2] ?? 1),
    failures: said ? failuresIn(output) : [],
  };
  // Where nothing could be run, for want of a Redis, the command alone is not green, and the whole may be.
  const endedBadly = code !== 0 && tally.passed > 0 && tally.failed === 0;
  return endedBadly ? { ...tally, failed: 1 } : tally;
}

type Report = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};

/** Of a run of Playwright, by its report; a report that is missing counts as one failure. */
export function tallyOfPlaywright(file: string, code: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    failures: failuresOfPlaywright({ suites }),
  };
}
