import type { ConversationDetail, Message } from '@countersign/contracts';
import { expect, test } from 'vitest';
import type { AgentClient } from '../api/agent.client';
import type { AgentSocket } from '../api/agent.socket';
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

/** A desk before a service that has these lines, and what it was asked. */
function desk(stored: Message[]) {
  const asked: number[] = [];
  const reply = (_: string, { after }: { after: number }) => {
    asked.push(after);
    if (after > stored.length)
      return { ok: false, problem: { type: '', code: 'number_ahead', title: 'Not that far.', status: 409 } };
    return { ok: true, value: detail(stored.filter(({ number }) => number > after)) };
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
  return { ...watching(reach), asked, store, texts };
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
