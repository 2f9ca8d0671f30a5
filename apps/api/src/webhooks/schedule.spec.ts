import { expect, test } from 'vitest';
import { isFailing, isLost, MOST_ATTEMPTS, nextTry, pauseUntil } from './schedule.js';

const at = new Date('2026-11-28T12:00:00Z');
const after = (date: Date | undefined) =>
  date === undefined ? undefined : (date.getTime() - at.getTime()) / 1_000;
const since = (hours: number) => new Date(at.getTime() - hours * 3_600_000);

test('an event is tried ten times in three days, at longer and longer distances', () => {
  const waits = Array.from({ length: MOST_ATTEMPTS }, (_, tried) => after(nextTry(tried + 1, at, 0)));
  expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, undefined]);
});

test('what failed together comes back apart: up to a tenth of the wait later', () => {
  expect(after(nextTry(2, at, 0.5))).toBe(315);
  expect(after(nextTry(2, at, 1))).toBe(330);
});

test('after five failures in a row an endpoint is left alone for ten seconds, and for five minutes at the longest', () => {
  const pause = (failures: number) => after(pauseUntil({ failures, failingSince: at }, at));
  expect([4, 5, 6, 9, 10, 1_000].map(pause)).toEqual([undefined, 10, 20, 160, 300, 300]);
});

test('an endpoint fails after three bad answers in a row, and is lost after five days of them', () => {
  expect([2, 3].map((failures) => isFailing({ failures, failingSince: at }))).toEqual([false, true]);
  expect(isLost({ failures: 9, failingSince: since(119) }, at)).toBe(false);
  expect(isLost({ failures: 9, failingSince: since(120) }, at)).toBe(true);
  expect(isLost({ failures: 1, failingSince: since(200) }, at)).toBe(false);
});
