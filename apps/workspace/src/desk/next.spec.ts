import type { ConversationSummary } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { next } from './next';
import { endedRows, everything, openSections, type QueueFilter } from './queue-view';
import { emptyDesk } from './state';

const row = (id: string, more: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id,
  state: 'waiting',
  name: null,
  assurance: 'anonymous',
  nameSealed: false,
  issuerLabel: null,
  connection: 'google',
  agent: null,
  lastNumber: 1,
  lastMessage: null,
  waitingSince: null,
  openedAt: '2026-11-23T14:00:00.000Z',
  endedAt: null,
  unread: 1,
  marks: { delivered: 0, read: 0 },
  ...more,
});
const ended = (id: string, endedAt: string) => row(id, { state: 'ended', endedAt });

const counts = { yours: 0, waiting: 0, withOthers: 0 };
const page = (half: 'open' | 'ended', ...rows: ConversationSummary[]) =>
  ({ type: 'page-arrived', half, rows, counts, whole: true }) as const;

test('a list that was read whole replaces its half of the queue and leaves the other', () => {
  const first = next(emptyDesk, page('open', row('a'), row('b')));
  const both = next(first, page('ended', ended('c', '2026-11-23T13:00:00Z')));
  const again = next(both, page('open', row('b')));
  const after = next(again, { type: 'list-whole', half: 'open', before: both.rows });
  expect([...after.rows.keys()].sort()).toEqual(['b', 'c']);
  expect(after.loaded).toEqual({ open: true, ended: true });
});

test('what came while a list was read is not taken for gone', () => {
  const before = next(emptyDesk, page('open', row('a')));
  const told = next(before, { type: 'rows-changed', rows: [row('new')] });
  const after = next(told, { type: 'list-whole', half: 'open', before: before.rows });
  expect([...after.rows.keys()]).toEqual(['new']);
});

test('rows of one moment are one change, and no mark moves back', () => {
  const open = next(emptyDesk, page('open', row('a', { marks: { delivered: 3, read: 2 } })));
  const after = next(open, {
    type: 'rows-changed',
    rows: [row('a', { unread: 5, marks: { delivered: 1, read: 1 } }), row('b')],
  });
  expect(after.rows.get('a')).toMatchObject({ unread: 5, marks: { delivered: 3, read: 2 } });
  expect([...after.rows.keys()]).toEqual(['a', 'b']);
});

test('a row that was read before it was taken gives nobody back what they have taken', () => {
  const agent = { id: 'me', name: 'Mara' };
  const waits = next(emptyDesk, page('open', row('a')));
  const taken = next(waits, { type: 'row-changed', row: row('a', { agent, state: 'taken', lastNumber: 2 }) });
  const after = next(taken, { type: 'rows-changed', rows: [row('a'), row('b')] });
  expect(after.rows.get('a')).toMatchObject({ agent, state: 'taken' });
  expect(after.rows.has('b')).toBe(true);
});

test('a filter leaves what fits, and whoever had a proof that ran out is neither verified nor anonymous', () => {
  const rows = [
    row('known', { assurance: 'verified' }),
    row('due', { assurance: 'due', unread: 0 }),
    row('stale', { assurance: 'stale' }),
    row('stranger', { connection: 'signed' }),
  ];
  const shown = (filter: Partial<QueueFilter>) =>
    openSections(rows, 'me', { ...everything, ...filter }).flatMap(({ rows: some }) =>
      some.map(({ id }) => id),
    );
  expect(shown({ who: 'verified' }).toSorted()).toEqual(['due', 'known']);
  expect(shown({ who: 'anonymous' })).toEqual(['stranger']);
  expect(shown({ who: 'verified', unread: true })).toEqual(['known']);
  expect(shown({ connection: 'signed' })).toEqual(['stranger']);
  expect(shown({ whose: 'yours' })).toEqual([]);
});

test('two thousand rows are put in order in the order that was chosen', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString();
  const rows = [...Array(2_000).keys()].map((place) =>
    row(`c${place}`, { openedAt: at((place * 7) % 2_000), waitingSince: at((place * 13) % 2_000) }),
  );
  const ids = (order: QueueFilter['order'], key: (one: ConversationSummary) => string | null) =>
    openSections(rows, 'me', { ...everything, order }).flatMap(({ rows: some }) => some.map(key));
  const waits = ids('wait', ({ waitingSince }) => waitingSince);
  expect(waits).toEqual(waits.toSorted());
  const opened = ids('newest', ({ openedAt }) => openedAt);
  expect(opened).toEqual(opened.toSorted().toReversed());
});

test('a row that ends moves to the ended ones', () => {
  const open = next(emptyDesk, { type: 'row-changed', row: row('a') });
  const after = next(open, { type: 'row-changed', row: ended('a', '2026-11-23T14:00:00Z') });
  expect(openSections(after.rows.values(), 'me')).toEqual([]);
  expect(endedRows(after.rows.values()).map(({ id }) => id)).toEqual(['a']);
});

test('what was read is no longer unread', () => {
  const open = next(emptyDesk, { type: 'row-changed', row: row('a', { unread: 4 }) });
  expect(next(open, { type: 'read', conversation: 'a' }).rows.get('a')?.unread).toBe(0);
});

test('each conversation keeps a state of its own', () => {
  const one = next(emptyDesk, { type: 'draft-changed', conversation: 'a', text: 'to a' });
  const two = next(one, { type: 'draft-changed', conversation: 'b', text: 'to b' });
  expect(two.threads['a']?.draft).toBe('to a');
  expect(two.threads['b']?.draft).toBe('to b');
});

test('the queue reads: mine, nobody’s, others’; the longest wait first', () => {
  const me = { id: 'me', name: 'Noor' };
  const theo = { id: 'theo', name: 'Theo' };
  const rows = [
    row('short', { waitingSince: '2026-11-23T14:05:00Z' }),
    row('long', { waitingSince: '2026-11-23T13:00:00Z' }),
    row('theirs', { state: 'taken', agent: theo }),
    row('mine', { state: 'taken', agent: me }),
  ];
  const sections = openSections(rows, 'me').map(({ kind, rows: some }) => [kind, some.map(({ id }) => id)]);
  expect(sections).toEqual([
    ['yours', ['mine']],
    ['waiting', ['long', 'short']],
    ['withOthers', ['theirs']],
  ]);
});
