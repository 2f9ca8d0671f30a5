import type { Message } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { emptyThread, type Outgoing } from './state';
import { merged, nextThread } from './thread';

const conversation = '0190a000-0000-7000-8000-000000000001';
const message = (number: number, more: Partial<Message> = {}): Message => ({
  id: `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  conversation,
  number,
  from: 'consumer',
  by: null,
  text: `line ${number}`,
  event: null,
  at: '2026-11-23T14:00:00.000Z',
  clientId: null,
  attachment: null,
  card: null,
  stamp: { assurance: 'verified', issuerLabel: 'Google' },
  ...more,
});
const outgoing: Outgoing = {
  clientId: 'client-1',
  text: 'Hello',
  attachment: null,
  at: '',
  state: 'sending',
  why: null,
};
const sending = nextThread(emptyThread, { type: 'sending', conversation, outgoing });

test('messages stand in order of number, each once, however they arrive', () => {
  const once = merged([message(1), message(3)], [message(2), message(3)]);
  expect(once.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('a message on its way is replaced by the stored one', () => {
  const stored = message(4, { from: 'agent', clientId: 'client-1' });
  const after = nextThread(sending, { type: 'messages-arrived', conversation, messages: [stored] });
  expect(after.outgoing).toEqual([]);
  expect(after.messages).toEqual([stored]);
});

test('the acknowledgement and the broadcast of one message make one line', () => {
  const stored = message(4, { from: 'agent', clientId: 'client-1' });
  const happening = { type: 'messages-arrived', conversation, messages: [stored] } as const;
  expect(nextThread(nextThread(sending, happening), happening).messages).toHaveLength(1);
});

test('a refused message stays, with the reason', () => {
  const why = { code: 'conversation_ended', title: 'This conversation has ended.' } as const;
  const after = nextThread(sending, {
    type: 'undelivered',
    conversation,
    clientId: 'client-1',
    state: 'unsent',
    why,
  });
  expect(after.outgoing).toEqual([{ ...outgoing, state: 'unsent', why }]);
});

test('a resend does not write the message twice', () => {
  expect(nextThread(sending, { type: 'sending', conversation, outgoing }).outgoing).toHaveLength(1);
});

test('a word of the consumer ends their typing', () => {
  const typing = nextThread(emptyThread, { type: 'typing-changed', conversation, by: 'Ada' });
  const happening = { type: 'messages-arrived', conversation, messages: [message(1)] } as const;
  expect(nextThread(typing, happening).typing).toBeNull();
});

test('a conversation that is not there says so', () => {
  const notice = { code: 'conversation_not_found', title: 'There is no such conversation.' } as const;
  const after = nextThread(emptyThread, { type: 'watch-refused', conversation, missing: true, notice });
  expect(after).toMatchObject({ status: 'missing', notice });
});
