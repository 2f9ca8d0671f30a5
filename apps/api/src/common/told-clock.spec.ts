import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToldClock } from './told-clock.js';

const noon = new Date('2026-11-27T12:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a clock nobody told anything has the machine’s time', () => {
  expect(new ToldClock().view).toEqual({ now: noon.toISOString(), frozen: false, aheadSeconds: 0 });
});

test('a moved clock runs on beside the machine’s', () => {
  const clock = new ToldClock();
  clock.advance(3_600);
  vi.advanceTimersByTime(5_000);
  expect(clock.view).toEqual({ now: '2026-11-27T13:00:05.000Z', frozen: false, aheadSeconds: 3_600 });
});

test('a frozen clock stands still, stays frozen when it is moved, and runs on from where it stood', () => {
  const clock = new ToldClock();
  clock.freeze(true);
  vi.advanceTimersByTime(5_000);
  expect(clock.now()).toEqual(noon);
  clock.advance(60);
  vi.advanceTimersByTime(5_000);
  expect(clock.view).toMatchObject({ now: '2026-11-27T12:01:00.000Z', frozen: true });
  clock.freeze(false);
  vi.advanceTimersByTime(2_000);
  expect(clock.view).toMatchObject({ now: '2026-11-27T12:01:02.000Z', frozen: false });
});

test('a clock that is reset has the machine’s time again', () => {
  const clock = new ToldClock();
  clock.move(new Date('2030-01-01T00:00:00Z'));
  clock.freeze(true);
  clock.reset();
  expect(clock.view).toEqual({ now: noon.toISOString(), frozen: false, aheadSeconds: 0 });
});
