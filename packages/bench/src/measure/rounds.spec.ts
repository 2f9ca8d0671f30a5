import { expect, test } from 'vitest';
import { compare, inTurn, measuredOf } from './rounds.js';

const pace = { rounds: 3, batchMs: 5, warmUpMs: 1 };

test('every round begins with another contender', () => {
  expect([0, 1, 2, 3].map((round) => inTurn(['a', 'b', 'c'], round).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ]);
});

test('a ratio is taken within each round: a machine that slows down for a round changes none', () => {
  const [, second] = measuredOf(
    new Map([
      [{ name: 'reference' }, [100, 50, 100].map((perSecond) => ({ perSecond }))],
      [{ name: 'other' }, [80, 40, 80].map((perSecond) => ({ perSecond }))],
    ]),
  );
  expect(second?.ratio).toEqual({ median: 0.8, low: 0.8, high: 0.8 });
});

test('a contender that fails ends the run', async () => {
  const failing = { name: 'failing', once: () => Promise.reject(new Error('not verified')) };
  await expect(compare([failing], 2, pace)).rejects.toThrow('not verified');
});

test('contenders that answer at once and those that let wait are both counted', async () => {
  let [sync, late] = [0, 0];
  const contenders = [
    { name: 'sync', once: () => ++sync },
    { name: 'late', once: async () => ++late },
  ];
  const measured = await compare(contenders, 2, pace);
  expect(measured.map(({ name }) => name)).toEqual(['sync', 'late']);
  expect(measured.every(({ perSecond }) => perSecond.low > 0)).toBe(true);
  expect(measured.every(({ cpuMicros }) => (cpuMicros?.median ?? 0) > 0)).toBe(true);
  expect(measured[0]?.ratio).toEqual({ median: 1, low: 1, high: 1 });
  expect(Math.min(sync, late)).toBeGreaterThan(0);
});
