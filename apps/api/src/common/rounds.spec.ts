import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Log } from './log.js';
import { Rounds } from './rounds.js';

const failure = vi.fn<Log['failure']>();
const rounds = () => new Rounds({ failure } as unknown as Log);

beforeEach(() => {
  vi.useFakeTimers();
  failure.mockClear();
});
afterEach(() => void vi.useRealTimers());

test('a round that fails is told, and the next one comes all the same', async () => {
  const round = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('away')).mockResolvedValue();
  rounds().every(1_000, 'it was not swept', round);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(round).toHaveBeenCalledTimes(2);
  expect(failure).toHaveBeenCalledExactlyOnceWith('it was not swept', new Error('away'));
});

test('a round that takes long is not done twice at once', async () => {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const round = vi.fn<() => Promise<void>>(() => promise);
  rounds().every(1_000, '', round);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(round).toHaveBeenCalledTimes(1);
  end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(round).toHaveBeenCalledTimes(2);
});

test('after the end there is none', async () => {
  const round = vi.fn<() => Promise<void>>().mockResolvedValue();
  const made = rounds();
  made.every(1_000, '', round);
  made.onApplicationShutdown();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(round).not.toHaveBeenCalled();
});
