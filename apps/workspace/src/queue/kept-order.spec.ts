import { afterEach, expect, test, vi } from 'vitest';
import { keptOrder } from './kept-order';

const kept = (order: string) => vi.stubGlobal('localStorage', { getItem: () => order });

afterEach(() => vi.unstubAllGlobals());

test('the order that was chosen stays, and what is none is forgotten', () => {
  const page = {};
  vi.stubGlobal('window', Object.assign(page, { parent: page }));
  kept('latest');
  expect(keptOrder()).toBe('latest');
  kept('sideways');
  expect(keptOrder()).toBe('wait');
});

test('in the guided demo who has just written stands in sight, however many wait', () => {
  vi.stubGlobal('window', { parent: {} });
  kept('wait');
  expect(keptOrder()).toBe('newest');
});
