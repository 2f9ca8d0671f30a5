import type { Message } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { next } from './next.js';
import { initialChat } from './state.js';

const message = (number: number, more: Partial<Message> = {}): Message => ({
  id: `m${number}`,
  conversation: 'c1',
  number,
  from: 'agent',
  by: 'Noor',
  text: `text ${number}`,
  event: null,
  at: '2026-11-23T10:00:00.000Z',
  clientId: null,
  attachment: null,
  card: null,
  stamp: { assurance: 'verified', issuerLabel: 'Larkspur' },
  ...more,
});
const draft = {
  clientId: 'draft-0001',
  text: 'hello',
  file: null,
  at: '2026-11-23T10:00:00.000Z',
  state: 'sending',
  why: null,
  speaker: 'ada',
  family: 'f1',
} as const;
const conversation = {
  id: 'c1',
  state: 'taken',
  agent: 'Noor',
  lastNumber: 1,
  readNumber: 0,
  marks: { delivered: 0, read: 0 },
} as const;
const arrived = (one: Message) => ({ type: 'arrived', message: one }) as const;

test('messages stand in the order of their numbers, however they arrive', () => {
  const state = [3, 1, 2].reduce((before, number) => next(before, arrived(message(number))), initialChat);
  expect(state.messages.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('a message that arrives twice stands once', () => {
  const once = next(initialChat, arrived(message(1)));
  const twice = next(once, arrived(message(1)));
  expect(twice.messages).toHaveLength(1);
  expect(twice.unread).toBe(1);
});

test('an own message that comes back is no longer unsent', () => {
  const wrote = next(initialChat, { type: 'wrote', draft });
  const back = next(wrote, arrived(message(1, { from: 'consumer', clientId: draft.clientId })));
  expect(back.unsent).toEqual([]);
  expect(back.messages).toHaveLength(1);
});

test('what an agent writes is unread until a mark says it was read, on whatever device', () => {
  const resumed = next(initialChat, { type: 'resumed', conversation, messages: [message(1), message(2)] });
  expect(resumed.unread).toBe(2);
  const read = next(resumed, { type: 'read', conversation: 'c1', number: 1 });
  expect(read.unread).toBe(1);
  expect(next(read, arrived(message(3))).unread).toBe(2);
});

test('a mark never moves back, whatever the service still says', () => {
  const read = next(next(initialChat, { type: 'resumed', conversation, messages: [message(1)] }), {
    type: 'read',
    conversation: 'c1',
    number: 1,
  });
  expect(next(read, { type: 'conversation', conversation }).unread).toBe(0);
  expect(next(read, { type: 'read', conversation: 'other', number: 9 })).toBe(read);
});

test('a message of another conversation begins a new list', () => {
  const before = next(initialChat, arrived(message(1)));
  const after = next(before, arrived(message(1, { id: 'other', conversation: 'c2' })));
  expect(after.messages.map(({ id }) => id)).toEqual(['other']);
});

test('clearing leaves nothing of the conversation', () => {
  const full = next(next(initialChat, { type: 'wrote', draft }), arrived(message(1)));
  const { messages, unsent, conversation, unread } = next(full, { type: 'cleared' });
  expect({ messages, unsent, conversation, unread }).toEqual({
    messages: [],
    unsent: [],
    conversation: null,
    unread: 0,
  });
});

test('an answer ends the sign of typing', () => {
  const typing = next(initialChat, { type: 'typing', by: 'Noor' });
  expect(next(typing, arrived(message(1))).typing).toBeNull();
});

test('nothing is before the first conversation, until another takes its place', () => {
  expect(initialChat.isEarliest).toBe(true);
  const first = next(next(initialChat, { type: 'spoken', earlier: false, open: null }), {
    type: 'conversation',
    conversation,
  });
  expect(first.isEarliest).toBe(true);
  expect(next(first, { type: 'conversation', conversation }).isEarliest).toBe(true);
  const other = { ...conversation, id: 'c2' };
  expect(next(first, { type: 'conversation', conversation: other }).isEarliest).toBe(false);
  expect(next(first, { type: 'begun' }).isEarliest).toBe(false);
  // A renewal says it again, and of what was loaded meanwhile nothing is forgotten.
  const all = next(first, {
    type: 'earlier',
    earlier: { conversation: other, messages: [], earlier: false },
  });
  expect(next(all, { type: 'spoken', earlier: true, open: null }).isEarliest).toBe(true);
  expect(
    next(next(initialChat, { type: 'spoken', earlier: true, open: null }), { type: 'begun' }).isEarliest,
  ).toBe(false);
});

test('a conversation that is open is on its way until it is here', () => {
  expect(next(initialChat, { type: 'spoken', earlier: false, open: null }).isComing).toBe(false);
  const spoken = next(initialChat, { type: 'spoken', earlier: false, open: 'c1' });
  expect(spoken.isComing).toBe(true);
  const here = next(spoken, { type: 'resumed', conversation, messages: [message(1)] });
  expect(here.isComing).toBe(false);
  // A renewal says it again, of what is here already.
  expect(next(here, { type: 'spoken', earlier: false, open: 'c1' }).isComing).toBe(false);
  expect(next(here, { type: 'spoken', earlier: true, open: 'c2' }).isComing).toBe(true);
  // Where it cannot be read, what is written next is told to readers all the same.
  expect(next(spoken, arrived(message(1))).isComing).toBe(false);
  expect(next(spoken, { type: 'begun' }).isComing).toBe(false);
  expect(next(spoken, { type: 'cleared' }).isComing).toBe(false);
});

test('how far the other side has what was said is known of the conversation it was told of', () => {
  const resumed = next(initialChat, { type: 'resumed', conversation, messages: [message(1)] });
  const moved = next(resumed, { type: 'marks', conversation: 'c1', delivered: 1, read: 0 });
  expect(moved.conversation?.marks).toEqual({ delivered: 1, read: 0 });
  // What was read before it moved, and comes after, moves nothing back.
  expect(next(moved, { type: 'conversation', conversation }).conversation?.marks.delivered).toBe(1);
  expect(next(moved, { type: 'marks', conversation: 'other', delivered: 9, read: 9 })).toBe(moved);
});
