import type { ConversationSummary } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { next } from './next';
import { endedRows, openSections } from './sections';
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

test('a list replaces its half of the queue and leaves the other', () => {
  const first = next(emptyDesk, { type: 'list-arrived', state: 'open', rows: [row('a'), row('b')] });
  const both = next(first, {
    type: 'list-arrived',
    state: 'ended',
    rows: [ended('c', '2026-11-23T13:00:00Z')],
  });
  const after = next(both, { type: 'list-arrived', state: 'open', rows: [row('b')] });
  expect(Object.keys(after.rows).sort()).toEqual(['b', 'c']);
  expect(after.loaded).toEqual({ open: true, ended: true });
});

test('a row that ends moves to the ended ones', () => {
  const open = next(emptyDesk, { type: 'row-changed', row: row('a') });
  const after = next(open, { type: 'row-changed', row: ended('a', '2026-11-23T14:00:00Z') });
  expect(openSections(Object.values(after.rows), 'me')).toEqual([]);
  expect(endedRows(Object.values(after.rows)).map(({ id }) => id)).toEqual(['a']);
});

test('what was read is no longer unread', () => {
  const open = next(emptyDesk, { type: 'row-changed', row: row('a', { unread: 4 }) });
  expect(next(open, { type: 'read', conversation: 'a' }).rows['a']?.unread).toBe(0);
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
  const sections = openSections(rows, 'me').map(({ title, rows: some }) => [title, some.map(({ id }) => id)]);
  expect(sections).toEqual([
    ['Yours', ['mine']],
    ['Waiting', ['long', 'short']],
    ['With others', ['theirs']],
  ]);
});
