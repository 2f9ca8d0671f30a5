import type { ConversationDetail, Message } from '@countersign/contracts';
import { expect, test, vi } from 'vitest';
import type { AgentClient } from '../api/agent.client';
import type { AgentSocket } from '../api/agent.socket';
import { reading } from './reading';
import { createStore } from './store';
import { watching } from './watching';

const conversation = '0190a000-0000-7000-8000-000000000001';
const message = (number: number, text = `line ${number}`): Message => ({
  id: crypto.randomUUID(),
  conversation,
  number,
  from: 'consumer',
  by: null,
  text,
  event: null,
  at: '2026-11-28T14:00:00.000Z',
  clientId: null,
  attachment: null,
  card: null,
  stamp: { assurance: 'anonymous', issuerLabel: null },
});

const detail = (messages: Message[]): ConversationDetail => ({
  conversation: {
    id: conversation,
    state: 'waiting',
    name: null,
    nameSealed: false,
    assurance: 'anonymous',
    issuerLabel: null,
    connection: 'google',
    agent: null,
    lastNumber: messages.at(-1)?.number ?? 0,
    lastMessage: null,
    waitingSince: null,
    openedAt: '2026-11-28T14:00:00.000Z',
    endedAt: null,
    unread: 0,
    marks: { delivered: 0, read: 0 },
  },
  messages,
  notes: [],
  panel: {
    conversation,
    who: {
      name: null,
      nameSealed: false,
      assurance: 'anonymous',
      issuer: null,
      issuerLabel: null,
      connectionLabel: 'Google',
      relaxed: [],
      verifiedAt: null,
      holdsUntil: null,
      authenticatedAt: null,
      acr: null,
    },
    mayRequest: null,
    cards: null,
    request: null,
    sealed: [],
    profile: [],
    page: [],
    conflicts: [],
    history: [],
    visible: false,
    attempt: null,
  },
});

const PORTION = 3;

/** A desk before a service that has these lines, and what it was asked. */
function desk(stored: Message[]) {
  const asked: number[] = [];
  /** What becomes of the next questions, beside being answered. */
  const fates: ('lost' | 'unavailable')[] = [];
  const marked: number[] = [];
  const reply = (name: string, { after, number }: { after: number; number: number }) => {
    if (name === 'message:read') marked.push(number);
    if (name !== 'conversation:watch') return { ok: true, value: null };
    asked.push(after);
    const fate = fates.shift();
    if (fate === 'lost') throw new Error('timeout');
    if (fate)
      return {
        ok: false,
        problem: { type: '', code: 'service_unavailable', title: 'Not now.', status: 503 },
      };
    if (after > stored.length)
      return { ok: false, problem: { type: '', code: 'number_ahead', title: 'Not that far.', status: 409 } };
    // In portions, as the service does.
    const messages = stored.filter(({ number }) => number > after).slice(0, after > 0 ? PORTION : undefined);
    const found = detail(messages);
    return {
      ok: true,
      value: { ...found, conversation: { ...found.conversation, lastNumber: stored.length } },
    };
  };
  const socket = {
    connected: true,
    timeout: () => ({ emitWithAck: async (name: string, input: never) => reply(name, input) }),
  };
  const store = createStore();
  const reach = {
    socket: socket as unknown as AgentSocket,
    client: {} as AgentClient,
    store,
    onSignedOut: () => undefined,
  };
  const texts = () => store.get().threads[conversation]?.messages.map(({ text }) => text);
  const arrive = (number: number) =>
    store.happen({ type: 'messages-arrived', conversation, messages: stored.slice(number - 1, number) });
  return { ...watching(reach), ...reading(reach), marked, asked, fates, store, texts, arrive };
}

test('a conversation is taken up after the last line that stands here', async () => {
  const stored = [message(1), message(2)];
  const { watch, asked, texts } = desk(stored);
  await watch(conversation);
  stored.push(message(3));
  await watch(conversation);
  expect(asked).toEqual([0, 2]);
  expect(texts()).toEqual(['line 1', 'line 2', 'line 3']);
});

test('a service that was restored from a backup has less than stands here: the conversation is taken afresh', async () => {
  const stored = [message(1), message(2), message(3)];
  const { watch, asked, texts, store } = desk(stored);
  await watch(conversation);
  stored.splice(1, 2);
  await watch(conversation);
  expect(asked).toEqual([0, 3, 0]);
  expect(texts()).toEqual(['line 1']);
  expect(store.get().threads[conversation]).toMatchObject({ status: 'ready', notice: null });
  // What has an old number now is another line.
  stored.push(message(2, 'said anew'));
  await watch(conversation);
  expect(texts()).toEqual(['line 1', 'said anew']);
});

test('what was missed for long comes in portions, and all of it', async () => {
  const stored = [message(1)];
  const { watch, asked, texts } = desk(stored);
  await watch(conversation);
  for (let number = 2; number <= 8; number += 1) stored.push(message(number));
  await watch(conversation);
  expect(asked).toEqual([0, 1, 4, 7]);
  expect(texts()).toHaveLength(8);
});

test('a line that comes over a gap is not taken for the last when what is missing could not be fetched', async () => {
  const stored = [message(1)];
  const { open, watchAgain, fillGaps, arrive, asked, fates, texts } = desk(stored);
  open(conversation);
  await expect.poll(() => texts()).toEqual(['line 1']);
  stored.push(message(2), message(3));
  fates.push('lost');
  watchAgain();
  arrive(3);
  await expect.poll(() => asked).toEqual([0, 1]);
  expect(texts()).toEqual(['line 1', 'line 3']);
  watchAgain();
  await expect.poll(() => texts()).toEqual(['line 1', 'line 2', 'line 3']);
  stored.push(message(4), message(5));
  arrive(5);
  fillGaps();
  fillGaps();
  await expect.poll(() => texts()).toHaveLength(5);
  expect(asked).toEqual([0, 1, 1, 3]);
});

test('a conversation that the service cannot read just now is asked for again, as long as it is looked at', async () => {
  vi.useFakeTimers();
  try {
    const { open, leave, asked, fates, texts } = desk([message(1)]);
    fates.push('unavailable', 'unavailable');
    open(conversation);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toHaveLength(3);
    expect(texts()).toEqual(['line 1']);
    fates.push('unavailable');
    open(conversation);
    leave(conversation);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toHaveLength(4);
  } finally {
    vi.useRealTimers();
  }
});

test('a line behind a gap is not told as seen with those that are missing', async () => {
  const stored = [message(1), message(2), message(3)];
  const { arrive, seen, marked } = desk(stored);
  arrive(1);
  arrive(3);
  await seen(conversation);
  arrive(2);
  await seen(conversation);
  expect(marked).toEqual([1, 3]);
});
