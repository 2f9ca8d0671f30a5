import type { ConversationSummary } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { readChoices, silent } from './choices';
import { newsIn, unreadFor } from './news';

const row = (id: string, more: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id,
  state: 'waiting',
  name: null,
  assurance: 'anonymous',
  nameSealed: false,
  issuerLabel: null,
  connection: 'google',
  agent: null,
  lastNumber: 2,
  lastMessage: { from: 'consumer', text: 'Hello', at: '2026-11-23T14:00:00.000Z' },
  waitingSince: '2026-11-23T14:00:00.000Z',
  openedAt: '2026-11-23T14:00:00.000Z',
  endedAt: null,
  unread: 1,
  marks: { delivered: 0, read: 0 },
  ...more,
});
const noor = { id: 'noor', name: 'Noor' };
const theo = { id: 'theo', name: 'Theo' };
const of = (...rows: ConversationSummary[]) => new Map(rows.map((one) => [one.id, one]));
const kinds = (...given: Parameters<typeof newsIn>) =>
  newsIn(...given).map(({ row: { id }, kind }) => [id, kind]);

test('a conversation that begins, and a word more, are news', () => {
  const known = row('a');
  expect(kinds(of(), of(known), 'noor', null)).toEqual([['a', 'first']]);
  const more = row('a', { agent: noor, unread: 2, lastNumber: 3 });
  expect(kinds(of(known), of(more), 'noor', null)).toEqual([['a', 'more']]);
});

test('what another agent has, what is looked at and what has not changed are none', () => {
  const known = row('a');
  const more = { lastNumber: 3, unread: 2 };
  expect(kinds(of(known), of(row('a', { ...more, agent: theo })), 'noor', null)).toEqual([]);
  expect(kinds(of(known), of(row('a', more)), 'noor', 'a')).toEqual([]);
  expect(kinds(of(known), of(known), 'noor', null)).toEqual([]);
});

test('an answer of one’s own is no news', () => {
  const answered = row('a', {
    agent: noor,
    unread: 0,
    lastNumber: 3,
    lastMessage: { from: 'agent', text: 'Hi', at: '2026-11-23T14:01:00.000Z' },
  });
  expect(kinds(of(row('a')), of(answered), 'noor', null)).toEqual([]);
});

test('the title counts what waits for this agent’s look', () => {
  const rows = of(
    row('mine', { agent: noor }),
    row('theirs', { agent: theo }),
    row('nobodys'),
    row('read', { unread: 0 }),
    row('over', { state: 'ended' }),
  );
  expect(unreadFor(rows, 'noor')).toBe(2);
});

test('nothing makes a sound or shows itself before it is asked for', () => {
  expect(readChoices(null)).toEqual(silent);
  expect(readChoices('{"sound":"yes","desktop":1}')).toEqual(silent);
  expect(readChoices('not json')).toEqual(silent);
  expect(readChoices('{"sound":true}')).toEqual({ ...silent, sound: true });
});
