import { expect, test } from 'vitest';
import { judgedFlat } from './memory.js';

const growing = (bytesEach: number, noise: readonly number[] = []) =>
  Array.from({ length: 20 }, (_, at) => ({
    verifications: (at + 1) * 5_000,
    bytes: 9_000_000 + (at + 1) * 5_000 * bytesEach + (noise[at % noise.length] ?? 0),
  }));

test('a heap that goes up and down around a level is flat', () => {
  expect(judgedFlat(growing(0, [0, 20_000, -15_000, 5_000])).flat).toBe(true);
});

test('a heap that keeps one small object for each verification is not', () => {
  const { flat, bytesEach } = judgedFlat(growing(32, [0, 20_000, -15_000, 5_000]));
  expect(flat).toBe(false);
  expect(bytesEach).toBeGreaterThan(25);
});

test('what is compiled and sized at the beginning is no growth', () => {
  const warmed = growing(0).map((point, at) => (at < 4 ? { ...point, bytes: 4_000_000 } : point));
  expect(judgedFlat(warmed).flat).toBe(true);
});
