import type { ConversationList, ConversationSummary } from '@countersign/contracts';
import { expect, test } from 'vitest';
import type { AgentClient } from '../api/agent.client';
import { keepLists } from './lists';
import { createStore } from './store';

const row = (id: string): ConversationSummary => ({
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
  waitingSince: '2026-11-23T14:00:00.000Z',
  openedAt: '2026-11-23T14:00:00.000Z',
  endedAt: null,
  unread: 1,
  marks: { delivered: 0, read: 0 },
});
const counts = { yours: 0, waiting: 3, withOthers: 0 };

/** A service that answers these pages, one after the other, by where each begins. */
function serving(pages: Record<string, ConversationList>) {
  const store = createStore();
  const asked: string[] = [];
  const conversations = async (_half: 'open' | 'ended', after = '') => {
    asked.push(after);
    const value = pages[after];
    return value
      ? { ok: true as const, value }
      : {
          ok: false as const,
          trouble: { code: 'unreachable' as const, title: 'The service does not answer.' },
        };
  };
  const client = { conversations } as unknown as AgentClient;
  return { store, asked, lists: keepLists({ client, store, onSignedOut: () => undefined }) };
}
const idsIn = ({ store }: ReturnType<typeof serving>) => [...store.get().rows.keys()].toSorted();

test('the open queue is read to its end without being asked', async () => {
  const desk = serving({
    '': { conversations: [row('a'), row('b')], next: 'b', counts },
    b: { conversations: [row('c')], next: null, counts },
  });
  await desk.lists.loadList('open');
  expect(desk.store.get()).toMatchObject({ loaded: { open: true }, whole: { open: false }, counts });
  await expect.poll(() => desk.store.get().whole.open).toBe(true);
  expect(idsIn(desk)).toEqual(['a', 'b', 'c']);
});

test('what has ended is read further only by whoever scrolls there', async () => {
  const desk = serving({
    '': { conversations: [row('a')], next: 'a', counts },
    a: { conversations: [row('b')], next: null, counts },
  });
  await desk.lists.loadList('ended');
  expect(desk.asked).toEqual(['']);
  await Promise.all([desk.lists.moreOf('ended'), desk.lists.moreOf('ended')]);
  expect(desk.asked).toEqual(['', 'a']);
  await desk.lists.moreOf('ended');
  expect(desk.asked).toEqual(['', 'a']);
});

test('after a break a queue is read anew, and what is no longer there goes once all was read', async () => {
  const pages: Record<string, ConversationList> = {
    '': { conversations: [row('a'), row('b')], next: null, counts },
  };
  const desk = serving(pages);
  await desk.lists.loadList('open');
  pages[''] = { conversations: [row('b'), row('c')], next: null, counts };
  await desk.lists.loadList('open');
  await expect.poll(() => idsIn(desk)).toEqual(['b', 'c']);
});

test('a page that does not come takes nothing away', async () => {
  const pages: Record<string, ConversationList> = {
    '': { conversations: [row('a')], next: null, counts },
  };
  const desk = serving(pages);
  await desk.lists.loadList('open');
  delete pages[''];
  expect(await desk.lists.loadList('open')).toMatchObject({ ok: false });
  expect(idsIn(desk)).toEqual(['a']);
});
