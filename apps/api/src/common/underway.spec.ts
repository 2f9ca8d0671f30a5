import { expect, test, vi } from 'vitest';
import { Underway } from './underway.js';

test('it is settled once all that was begun is done, whatever came of it', async () => {
  const underway = new Underway();
  const done = underway.begin();
  const failing = underway.during(() => Promise.reject(new Error('no')));
  const settled = vi.fn();
  const waiting = underway.settled(10_000).then(settled);
  await expect(failing).rejects.toThrow('no');
  expect(settled).not.toHaveBeenCalled();
  done();
  await waiting;
  expect(settled).toHaveBeenCalledWith(0);
});

test('what is said to be done twice is counted once', async () => {
  const underway = new Underway();
  const [first, second] = [underway.begin(), underway.begin()];
  first();
  first();
  expect(await underway.settled(0)).toBe(1);
  second();
  expect(await underway.settled(0)).toBe(0);
});

test('whatever never ends is waited for as long as is allowed, and counted', async () => {
  vi.useFakeTimers();
  const underway = new Underway();
  underway.begin();
  const left = underway.settled(3_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await left).toBe(1);
  vi.useRealTimers();
});
