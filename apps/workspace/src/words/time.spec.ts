import { expect, test } from 'vitest';
import { wordsOf } from './languages';
import { daysUntil } from './time';

const { formats, time } = wordsOf('en', 'en-GB');
const { ago, dayName, left, waited } = time;

const now = new Date(2026, 10, 23, 14, 0).getTime();
const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();
const MINUTE = 60_000;

test('what is left counts minutes, then seconds, then nothing', () => {
  expect(left(at(41.5 * MINUTE), now)).toBe('41 min left');
  expect(left(at(58_000), now)).toBe('58 s left');
  expect(left(at(0), now)).toBeNull();
});

test('a wait is told in one unit', () => {
  expect(waited(at(-20_000), now)).toBe('<1 min');
  expect(waited(at(-4 * MINUTE), now)).toBe('4 min');
  expect(waited(at(-125 * MINUTE), now)).toBe('2 h');
});

test('a clock that runs behind shows no negative wait', () => {
  expect(waited(at(5_000), now)).toBe('<1 min');
});

test('times are relative under a day and absolute after it', () => {
  expect(ago(at(-10_000), now)).toBe('just now');
  expect(ago(at(-72 * MINUTE), now)).toBe('1 h 12 min ago');
  expect(ago(at(-50 * 60 * MINUTE), now)).toMatch(/21 Nov 2026/);
});

test('a calendar date is the same day in every zone', () => {
  expect(formats.calendar('2026-12-01')).toBe('1 Dec 2026');
});

test('days are named from today', () => {
  expect(dayName(at(-1000), now)).toBe('Today');
  expect(dayName(at(-24 * 60 * MINUTE), now)).toBe('Yesterday');
  expect(dayName(at(-72 * 60 * MINUTE), now)).toContain('20 November');
});

test('a bill due today has no days left', () => {
  expect(daysUntil('2026-11-23', now)).toBe(0);
  expect(daysUntil('2026-11-28', now)).toBe(5);
  expect(daysUntil('2026-11-20', now)).toBe(-3);
});
