import { cardState } from '@countersign/claims';
import { describe, expect, test } from 'vitest';
import { type CardMove, type CardStanding, isAnswered, isSettled, moveCard } from './moves.js';

const card = (state: CardStanding['state'], more: Partial<CardStanding> = {}): CardStanding => ({
  state,
  proven: false,
  choice: null,
  ...more,
});
const proposed = card('proposed');
const waiting = card('accepted', { choice: 'bank' });
const accepted = card('accepted', { choice: 'bank', proven: true });
const executing = card('executing', { choice: 'bank', proven: true });
const yes: CardMove = { type: 'accept', choice: 'bank', proven: true };
const moves: readonly CardMove[] = [
  yes,
  { type: 'prove' },
  { type: 'leave-unproven' },
  { type: 'decline' },
  { type: 'withdraw' },
  { type: 'expire' },
  { type: 'execute' },
  { type: 'settle', outcome: 'done' },
  { type: 'settle', outcome: 'refused' },
];
const possible = (from: CardStanding) =>
  moves.flatMap((move) => (moveCard(from, move) ? [move.type === 'settle' ? move.outcome : move.type] : []));

describe('a card', () => {
  test('that is proposed is answered, taken back or runs out', () => {
    expect(possible(proposed)).toEqual(['accept', 'decline', 'withdraw', 'expire']);
  });

  test('that waits for a proof goes on with it, goes back without, and may still be declined', () => {
    expect(moveCard(proposed, { ...yes, proven: false })).toEqual(waiting);
    expect(possible(waiting)).toEqual(['prove', 'leave-unproven', 'decline', 'withdraw', 'expire']);
    expect(moveCard(waiting, { type: 'prove' })).toEqual(accepted);
    expect(moveCard(waiting, { type: 'leave-unproven' })).toEqual(proposed);
  });

  test('that is accepted and proven is carried out, and neither taken back nor declined', () => {
    expect(possible(accepted)).toEqual(['execute']);
    expect(moveCard(accepted, { type: 'execute' })).toEqual(executing);
  });

  test('that is carried out may be taken up by another, and ends with what the brand says', () => {
    expect(possible(executing)).toEqual(['execute', 'done', 'refused']);
    expect(moveCard(executing, { type: 'settle', outcome: 'done' })).toEqual({ ...executing, state: 'done' });
  });

  test.each(cardState.options.filter((state) => isSettled({ state })))('that is %s stays so', (state) => {
    expect(possible(card(state, { proven: true }))).toEqual([]);
    expect(possible(card(state))).toEqual([]);
  });
});

test('from wherever it stands, a card is never done without having been accepted, proven and carried out', () => {
  const seen = new Set<string>();
  const walk = (from: CardStanding, path: readonly string[]): void => {
    const key = JSON.stringify([
      from,
      path.filter((type) => type === 'accept' || type === 'execute').length > 2,
    ]);
    if (seen.has(`${key}${path.length > 6}`) || path.length > 6) return;
    seen.add(`${key}${path.length > 6}`);
    for (const move of [...moves, { ...yes, proven: false }]) {
      const to = moveCard(from, move);
      if (!to) continue;
      const gone = [...path, move.type];
      if (to.state === 'done') {
        expect(to.proven).toBe(true);
        expect(gone.indexOf('accept')).toBeGreaterThanOrEqual(0);
        expect(gone.lastIndexOf('execute')).toBeGreaterThan(gone.lastIndexOf('accept'));
      }
      walk(to, gone);
    }
  };
  walk(proposed, []);
  expect(seen.size).toBeGreaterThan(6);
});

test('the same answer again changes nothing; another one is another', () => {
  const accept = { answer: 'accept', choice: 'bank' } as const;
  for (const state of ['accepted', 'executing', 'done', 'refused'] as const) {
    expect(isAnswered(card(state, { choice: 'bank' }), accept)).toBe(true);
    expect(isAnswered(card(state, { choice: 'card' }), accept)).toBe(false);
    expect(isAnswered(card(state, { choice: 'bank' }), { answer: 'decline', choice: null })).toBe(false);
  }
  expect(isAnswered(card('declined'), { answer: 'decline', choice: null })).toBe(true);
  expect(isAnswered(card('declined'), accept)).toBe(false);
  expect(isAnswered(proposed, accept)).toBe(false);
});
