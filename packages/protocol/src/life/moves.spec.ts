import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assuranceAt } from '../identity/assurance.js';
import { type Happening, moveOf, moves, type SessionState } from './moves.js';

const states = Object.keys(moves) as SessionState[];
const movesOf = (state: SessionState) =>
  Object.entries(moves[state]) as [Happening, NonNullable<ReturnType<typeof moveOf>>][];

test('every state can be reached, and from every state there is a way to a proven session', () => {
  const reached = (from: SessionState): Set<SessionState> => {
    const found = new Set<SessionState>([from]);
    for (const state of found) for (const [, { to }] of movesOf(state)) found.add(to);
    return found;
  };
  expect([...reached('none')].sort()).toEqual([...states].sort());
  for (const state of states) expect(reached(state), state).toContain('verified');
});

test('whoever was proven leaves an open conversation behind, and whoever was not leaves none', () => {
  for (const state of ['verified', 'due', 'stale'] as const)
    for (const [happening, { to, conversation }] of movesOf(state))
      if (to === 'ended' || to === 'revoked') expect(conversation, `${state} ${happening}`).toBe('left');
  for (const [, { conversation }] of movesOf('anonymous')) expect(conversation).toMatch(/closed|offered/);
});

test('no move raises a session but a proof', () => {
  const proofs: readonly Happening[] = ['proven', 'renewed', 'stepped_up'];
  for (const state of states)
    for (const [happening, { to }] of movesOf(state))
      if (to === 'verified') expect(proofs, `${state} ${happening}`).toContain(happening);
});

test('every end is told to the tabs and to the agent', () => {
  for (const state of ['anonymous', 'verified', 'due', 'stale'] as const)
    for (const [happening, { to, told }] of movesOf(state))
      if (to === 'ended' || to === 'revoked')
        expect(told, `${state} ${happening}`).toEqual(expect.arrayContaining(['tabs', 'agent']));
});

test('the clock takes the steps that the moves name, in their order', () => {
  const at = (minutes: number) => new Date(minutes * 60_000);
  const session = { verifiedAt: at(0), holdsUntil: at(60), endedAt: null, endReason: null };
  const seen = [0, 47, 48, 59, 60, 69, 70].map((minutes) => assuranceAt(session, at(minutes)));
  expect(seen).toEqual(['verified', 'verified', 'due', 'due', 'stale', 'stale', 'ended']);
  expect(moveOf('verified', 'grew_due')?.to).toBe('due');
  expect(moveOf('due', 'grew_stale')?.to).toBe('stale');
  expect(moveOf('stale', 'ran_out')?.to).toBe('ended');
});

test('docs/session-life.md lists every move, and no other', () => {
  const document = readFileSync(new URL('../../../../docs/session-life.md', import.meta.url), 'utf8');
  const listed = document.split('\n').filter((line) => line.startsWith('| `'));
  const known = states.flatMap((state) =>
    movesOf(state).map(
      ([happening, { to, conversation, told }]) =>
        `| \`${state}\` | ${happening.replaceAll('_', ' ')} | \`${to}\` | ${conversation} | ${told.join(', ') || 'nobody'} |`,
    ),
  );
  expect(listed).toEqual(known);
});
