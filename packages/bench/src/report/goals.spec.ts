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

const carrying = (name: string, ratio: number, p99: number) => ({
  name,
  ratio: level(ratio),
  perSecond: level(1_000 * ratio),
  acknowledged: { p50: level(p99), p99: level(p99) },
  seen: { p50: level(p99), p99: level(p99) },
  driver: level(0.2),
  wal: level(300),
  commits: level(1),
});
const chat = (ratio: number, p99: number) =>
  goalsOf({
    messages: {
      rows: [
        { conversations: 1, carried: [carrying('floor', 1, 1), carrying('ours', 0.1, 90)] },
        {
          conversations: 100,
          carried: [carrying('floor', 1, 50), carrying('ours', ratio, p99), carrying('rival', 0.5, 200)],
        },
      ],
    },
  }).map(({ met }) => met);

test('messages are judged at a hundred conversations, against the floor and against the rival', () => {
  expect(chat(2, 50)).toEqual([true, true, true, true]);
  expect(chat(1.9, 51)).toEqual([false, false, true, true]);
  expect(chat(0.4, 201)).toEqual([false, false, false, false]);
});
