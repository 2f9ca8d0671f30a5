import { expect, test, vi } from 'vitest';
import { formatsOf } from './formats';

test('a time is written by the locale, whichever was written before it', () => {
  const [british, american] = [formatsOf('en-GB'), formatsOf('en-US')];
  expect(british.shortCalendar('2026-03-01')).toBe('1 Mar');
  expect(american.shortCalendar('2026-03-01')).toBe('Mar 1');
  expect(british.shortCalendar('2026-12-31')).toBe('31 Dec');
});

test('a formatter is built once, and not before it is asked for', () => {
  const build = vi.spyOn(Intl, 'DateTimeFormat');
  const { exactly } = formatsOf('en-GB');
  expect(build).not.toHaveBeenCalled();
  exactly('2026-11-28T10:00:00.000Z');
  exactly('2026-11-28T10:00:01.000Z');
  expect(build).toHaveBeenCalledTimes(1);
  build.mockRestore();
});

test('a currency that is written with Latin letters is not turned around from right to left', () => {
  expect(formatsOf('ar').money({ amount: '38.00', currency: 'GBP' })).toContain('\u2068UK£\u2069');
  expect(formatsOf('en-GB').money({ amount: '38.00', currency: 'GBP' })).toBe('£38.00');
});
