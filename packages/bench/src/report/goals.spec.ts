import { expect, test } from 'vitest';
import { goalsOf } from './goals.js';

const level = (median: number) => ({ median, low: median, high: median });
const run = (ratio: number) => [
  { name: 'jose', perSecond: level(1_000), ratio: level(1) },
  { name: 'ours', perSecond: level(1_000 * ratio), ratio: level(ratio) },
  { name: 'a fast one', perSecond: level(9_000), ratio: level(9) },
];
const metWith = (ratio: number) =>
  goalsOf({ signed: [{ algorithm: 'RS256', atOnce: 1, measured: run(ratio) }] }).map(({ met }) => met);

test('0.85 of jose is enough, less is not, however fast another is', () => {
  expect(metWith(0.85)).toEqual([true]);
  expect(metWith(0.84)).toEqual([false]);
});

test('a contender that was not measured meets no goal', () => {
  const [goal] = goalsOf({ sealed: [{ envelope: 'ECDH-ES', atOnce: 32, measured: [] }] });
  expect(goal).toMatchObject({ what: 'ECDH-ES, 32 at once', met: false });
});
