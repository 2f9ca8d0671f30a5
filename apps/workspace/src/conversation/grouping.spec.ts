import type { Message, Note } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { grouped } from './grouping';

const message = (number: number, from: Message['from'], at: string, by: string | null = null): Message => ({
  id: `id-${number}`,
  conversation: 'c',
  number,
  from,
  by,
  text: 'Hello',
  event: from === 'system' ? { kind: 'taken', by } : null,
  at,
  clientId: null,
  attachment: null,
  card: null,
  stamp: { assurance: 'anonymous', issuerLabel: null },
});
const shape = (messages: readonly Message[]) =>
  grouped(messages).map((item) => (item.kind === 'group' ? item.messages.length : item.kind));

test('lines of one speaker in one minute make one group', () => {
  const at = ['2026-11-23T12:00:01Z', '2026-11-23T12:00:30Z', '2026-11-23T12:01:00Z'] as const;
  expect(shape(at.map((time, index) => message(index + 1, 'consumer', time)))).toEqual(['day', 2, 1]);
});

test('another speaker begins another group', () => {
  const at = '2026-11-23T12:00:01Z';
  expect(
    shape([message(1, 'consumer', at), message(2, 'agent', at, 'Noor'), message(3, 'agent', at, 'Theo')]),
  ).toEqual(['day', 1, 1, 1]);
});

test('an event stands between the groups it parts', () => {
  const at = '2026-11-23T12:00:01Z';
  expect(
    shape([message(1, 'consumer', at), message(2, 'system', at, 'Noor'), message(3, 'consumer', at)]),
  ).toEqual(['day', 1, 'event', 1]);
});

test('each day has one heading', () => {
  const days = ['2026-11-21T12:00:00Z', '2026-11-21T12:00:10Z', '2026-11-23T12:00:00Z'];
  expect(shape(days.map((at, index) => message(index + 1, 'consumer', at)))).toEqual(['day', 2, 'day', 1]);
});

const note = (id: string, after: number): Note => ({
  id,
  conversation: 'c',
  kind: 'note',
  by: { id: 'noor', name: 'Noor' },
  to: null,
  text: 'Look',
  mentions: [],
  after,
  at: '2026-11-23T12:00:01Z',
  clientId: null,
});

test('a note stands after the line at which it was written, and waits for lines that are not here', () => {
  const at = '2026-11-23T12:00:01Z';
  const lines = [4, 5, 6].map((number) => message(number, 'consumer', at));
  const items = grouped(lines, [note('earlier', 2), note('between', 4), note('last', 6), note('later', 6)]);
  expect(items.map((item) => (item.kind === 'note' ? item.note.id : item.kind))).toEqual([
    'day',
    'group',
    'between',
    'group',
    'last',
    'later',
  ]);
});
