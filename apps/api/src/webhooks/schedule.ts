const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** As Standard Webhooks recommends: ten tries in three days. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;
export const MOST_ATTEMPTS = WAITS.length + 1;

/** For so many tries what comes after it in its conversation waits: half an hour and a little more. */
export const ORDERED_ATTEMPTS = 4;

/**
 * When to try again, after so many tries; undefined: no more.
 * @param chance from 0 to 1: what failed together does not come back together
 */
export function nextTry(attempts: number, at: Date, chance: number): Date | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : new Date(at.getTime() + Math.round(wait * (1 + chance / 10)));
}

const FAILING_FROM = 3;
const PAUSED_FROM = 5;
const LONGEST_PAUSE = 5 * MINUTE;
const OFF_AFTER = 5 * 24 * HOUR;

export type Trouble = { readonly failures: number; readonly failingSince: Date };

/** Whoever fails again and again is left alone for a while, whatever waits: from ten seconds to five minutes. */
export function pauseUntil({ failures }: Trouble, at: Date): Date | undefined {
  if (failures < PAUSED_FROM) return undefined;
  const pause = Math.min(LONGEST_PAUSE, 10 * SECOND * 2 ** Math.min(10, failures - PAUSED_FROM));
  return new Date(at.getTime() + pause);
}

export const isFailing = ({ failures }: Trouble): boolean => failures >= FAILING_FROM;
/** Not one good answer for five days. */
export const isLost = ({ failures, failingSince }: Trouble, at: Date): boolean =>
  isFailing({ failures, failingSince }) && at.getTime() - failingSince.getTime() >= OFF_AFTER;
