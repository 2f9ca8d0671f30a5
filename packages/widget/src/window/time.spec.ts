import { expect, test } from 'vitest';
import { agoOf, dayOf } from './time.js';

const now = new Date(2026, 10, 28, 15, 0);
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

test('a time is told as how long ago under a day, and then as it was', () => {
  expect(agoOf(before(0.5), now.getTime())).toBe('now');
  // A device that is behind the service's clock.
  expect(agoOf(before(-3), now.getTime())).toBe('now');
  expect(agoOf(before(5), now.getTime())).toMatch(/^5 min/);
  expect(agoOf(before(125), now.getTime())).toMatch(/^2 h/);
  expect(agoOf(before(26 * 60), now.getTime())).toMatch(/\d\d:00/);
});

test('a day is today, yesterday, or its date, with the year where it is another', () => {
  expect(dayOf(before(10), now)).toBe('Today');
  expect(dayOf(before(24 * 60), now)).toBe('Yesterday');
  expect(dayOf(before(3 * 24 * 60), now)).toMatch(/Wednesday/);
  expect(dayOf(before(400 * 24 * 60), now)).toContain('2025');
});
