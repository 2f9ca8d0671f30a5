import { randomUUID } from 'node:crypto';
import type { ConversationSummary, Message } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;
let noor: Line;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site'), implicit('customers', { minimum: 'verified' })]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'noor@gmail.com', name: 'Noor' },
  ]);
  mara = await desks.line('larkspur', 'mara@gmail.com');
  noor = await desks.line('larkspur', 'noor@gmail.com');
});
afterAll(async () => {
  for (const line of [mara, noor]) line.close();
  await desks.close();
  await house.close();
});

const rowOf = (line: Line, id: string, wanted: (row: ConversationSummary) => boolean) =>
  line.hears<ConversationSummary>('queue:changed', (row) => row.id === id && wanted(row));

test('two sides talk', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const hello = await ada.say('My bill looks wrong.');
  expect(hello).toMatchObject({
    number: 2,
    from: 'consumer',
    stamp: { assurance: 'verified', issuerLabel: 'Larkspur' },
  });
  const { conversation } = hello;
  const row = await rowOf(mara, conversation, ({ unread }) => unread === 1);
  expect(row).toMatchObject({ state: 'waiting', name: 'Ada Larch', assurance: 'verified', agent: null });
  expect(row.lastMessage?.text).toBe('My bill looks wrong.');
  expect(row.waitingSince).toBe(hello.at);

  await take(mara, conversation);
  const detail = await watch(mara, conversation);
  expect(detail.messages.map(({ number, event }) => [number, event?.kind ?? null])).toEqual([
    [1, 'opened'],
    [2, null],
    [3, 'taken'],
  ]);
  await answer(mara, conversation, 'Let me look.');
  const heard = await ada.line.hears<Message>('message:new', ({ from }) => from === 'agent');
  expect(heard).toMatchObject({ number: 4, by: 'Mara', text: 'Let me look.' });
  await rowOf(
    noor,
    conversation,
    ({ agent, waitingSince }) => agent?.name === 'Mara' && waitingSince === null,
  );
  await ada.line.hears('conversation:changed', ({ agent }: { agent: string | null }) => agent === 'Mara');

  await ada.line.get('typing', { conversation, on: true });
  expect(await mara.hears('typing')).toEqual({ conversation, on: true, by: 'Ada Larch' });
  await mara.get('typing', { conversation, on: true });
  expect(await ada.line.hears('typing')).toEqual({ conversation, on: true, by: 'Mara' });

  await ada.say('Thank you.', conversation);
  expect(await mara.hears<Message>('message:new', ({ text }) => text === 'Thank you.')).toMatchObject({
    number: 5,
  });
  ada.close();
});

test('one agent has a conversation: the second take is refused', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Anyone there?');
  const replies = await Promise.all([
    mara.ask<ConversationSummary>('conversation:take', { conversation }),
    noor.ask<ConversationSummary>('conversation:take', { conversation }),
  ]);
  const refused = replies.filter((reply) => !reply.ok);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({
    problem: { code: 'conversation_taken', title: 'Another agent has this conversation.' },
  });
  const [owner, other] = replies[0]?.ok ? [mara, noor] : [noor, mara];
  expect(await other.problem('message:send', { clientId: randomUUID(), conversation, text: 'Me too' })).toBe(
    'conversation_taken',
  );
  expect((await take(owner, conversation)).state).toBe('taken');
  guest.close();
});

test('who has not taken it does not answer', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Hello');
  expect(await mara.problem('message:send', { clientId: randomUUID(), conversation, text: 'Hi' })).toBe(
    'agent_not_assigned',
  );
  guest.close();
});

test('parallel senders and resends leave no gap, no double and one order', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'busy-customer' });
  const { conversation } = await ada.say('0');
  await take(mara, conversation);
  await watch(mara, conversation);
  const ids = Array.from({ length: 20 }, () => randomUUID());
  const mine = ids.map((clientId, index) => ada.say(`c${index}`, conversation, clientId));
  const again = ids.map((clientId, index) => ada.say(`c${index}`, conversation, clientId));
  const theirs = ids.map((_, index) => answer(mara, conversation, `a${index}`));
  const stored = await Promise.all([...mine, ...again, ...theirs]);
  expect(new Set(stored.map(({ id }) => id)).size).toBe(40);

  const { messages } = await ada.line.get<{ messages: Message[] }>('conversation:resume', {
    conversation,
    after: 0,
  });
  expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1));
  const said = (from: string) => messages.filter((one) => one.from === from).map(({ text }) => text);
  expect(said('consumer')).toEqual(['0', ...ids.map((_, index) => `c${index}`)]);
  expect(said('agent')).toEqual(ids.map((_, index) => `a${index}`));

  // The last that the other side said: whoever wrote a line may have it as an answer alone.
  for (const [line, other] of [
    [ada.line, 'agent'],
    [mara, 'consumer'],
  ] as const) {
    const last = messages.findLast(({ from }) => from === other)?.number;
    await line.hears<Message>(
      'message:new',
      (one) => one.conversation === conversation && one.number === last,
    );
    const live = line.all<Message>('message:new').filter((one) => one.conversation === conversation);
    const numbers = live.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
  }
  ada.close();
});

test('first messages sent at once begin one conversation', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const stored = await Promise.all(['a', 'b', 'c'].map((text) => guest.say(text)));
  expect(new Set(stored.map(({ conversation }) => conversation)).size).toBe(1);
  expect(stored.map(({ number }) => number)).toEqual([2, 3, 4]);
  guest.close();
});

test('the first message sent again, its answer lost, begins nothing new', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const clientId = randomUUID();
  const first = await guest.say('Hello', null, clientId);
  await guest.line.get('conversation:end', { conversation: first.conversation });
  expect(await guest.say('Hello', null, clientId)).toEqual(first);
  guest.close();
});

test('two tabs of one browser hear the same conversation', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'two-tabs' });
  const other = await Consumer.join(house, ada.page, ada.session);
  const { conversation } = await ada.say('From the first tab');
  expect(await other.line.hears<Message>('message:new', ({ number }) => number === 2)).toMatchObject({
    conversation,
  });
  for (const tab of [ada, other]) tab.close();
});

test('who returns says the last number and gets the rest in order', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'returning' });
  const { conversation } = await ada.say('one');
  await take(noor, conversation);
  ada.close();
  await answer(noor, conversation, 'two');
  await answer(noor, conversation, 'three');
  const view = (await ada.page.resume('returning')).json() as typeof ada.session;
  expect(view.conversation).toEqual({ id: conversation, lastNumber: 5, readNumber: 0 });
  const back = await Consumer.join(house, ada.page, view);
  const { messages, conversation: status } = await back.line.get<{
    messages: Message[];
    conversation: unknown;
  }>('conversation:resume', { conversation, after: 2 });
  expect(messages.map(({ number, text }) => [number, text])).toEqual([
    [3, ''],
    [4, 'two'],
    [5, 'three'],
  ]);
  const taken = { id: conversation, state: 'taken', agent: 'Noor', lastNumber: 5, readNumber: 0 };
  expect(status).toEqual({ ...taken, marks: { delivered: 0, read: 0 } });
  back.close();
});

test('after its end nobody writes, and the next word begins another', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Hello');
  await take(mara, conversation);
  const ended = await mara.get<ConversationSummary>('conversation:end', { conversation });
  expect(ended).toMatchObject({ state: 'ended', waitingSince: null });
  await guest.line.hears('conversation:changed', ({ state }: { state: string }) => state === 'ended');
  const text = { clientId: randomUUID(), conversation, text: 'Wait' };
  expect(await guest.line.problem('message:send', text)).toBe('conversation_ended');
  expect(await mara.problem('message:send', text)).toBe('conversation_ended');
  expect((await guest.say('Another thing')).conversation).not.toBe(conversation);
  guest.close();
});

test('markup stays the text it is', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const markup = '<img src=x onerror=alert(1)> **bold** &amp; \u202Eevil';
  const { conversation } = await guest.say(markup);
  const { messages } = await watch(mara, conversation);
  expect(messages[1]?.text).toBe(markup);
  guest.close();
});

test('a message of 100 kB is refused in words, and the line stays up', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const long = { clientId: randomUUID(), conversation: null, text: 'x'.repeat(100_000) };
  expect(await guest.line.problem('message:send', long)).toBe('message_too_long');
  expect((await guest.say('x'.repeat(8_000))).number).toBe(2);
  guest.close();
});

test('a frame of 5 MB closes that one line, and nothing is stored', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  guest.line.socket.emit('message:send', {
    clientId: randomUUID(),
    conversation: null,
    text: 'x'.repeat(5_000_000),
  });
  await guest.line.hears('disconnect');
  const back = await Consumer.join(house, guest.page, guest.session);
  expect((await back.say('Still here')).number).toBe(2);
  back.close();
});

test('an empty word and a stranger’s form are refused', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  for (const input of [
    { clientId: randomUUID(), conversation: null, text: ' \n ' },
    { conversation: null, text: 'no id' },
    'text',
    null,
    { clientId: randomUUID(), conversation: null, text: 'x', from: 'agent' },
  ])
    expect(await guest.line.problem('message:send', input)).toBe('request_malformed');
  guest.close();
});

test('where proof is demanded, each message demands it', async () => {
  const page = await larkspur.page();
  expect((await page.tryAnonymous('customers')).problem().code).toBe('verification_required');
  const ada = await Consumer.verified(house, larkspur, { sub: 'demanding' }, undefined, 'customers');
  const { conversation } = await ada.say('I am who I am');
  house.later({ minutes: 61 });
  expect(await ada.line.problem('message:send', { clientId: randomUUID(), conversation, text: 'Late' })).toBe(
    'sending_held',
  );
  const { messages } = await ada.line.get<{ messages: Message[] }>('conversation:resume', {
    conversation,
    after: 0,
  });
  expect(messages.filter(({ from }) => from === 'consumer').map(({ text }) => text)).toEqual([
    'I am who I am',
  ]);
  house.later({ minutes: 10 });
  expect(
    await ada.line.problem('message:send', { clientId: randomUUID(), conversation, text: 'Too late' }),
  ).toBe('session_ended');
  expect(await ada.line.problem('conversation:resume', { conversation, after: 0 })).toBe('session_ended');
  house.resetClock();
  ada.close();
});
