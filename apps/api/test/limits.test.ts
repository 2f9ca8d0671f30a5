import { randomUUID } from 'node:crypto';
import type { ConversationDetail, Message, Problem } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clock } from '../dist/common/clock.js';
import { Audience } from '../dist/realtime/audience.js';
import { watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

const MARA = { email: 'mara@gmail.com', name: 'Mara' };
let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;

beforeAll(async () => {
  house = await openHouse({ SOCKET_BUFFER_BYTES: '200000' });
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [MARA]);
  mara = await desks.line('larkspur', MARA.email);
});
afterAll(async () => {
  mara.close();
  await desks.close();
  await house.close();
});

/** A house whose time stands still until it is moved: nothing refills by itself. */
async function still(limit: string): Promise<{ small: House; later: (seconds: number) => void }> {
  const small = await openHouse({ RATE_LIMIT_PER_MINUTE: limit });
  let at = Date.now();
  small.app.get(Clock).now = () => new Date(at);
  return {
    small,
    later: (seconds) => {
      at += seconds * 1_000;
    },
  };
}

const problemOf = async (line: Line, name: string, input: unknown): Promise<Problem> => {
  const reply = await line.ask(name, input);
  if (reply.ok) throw new Error(`${name} was answered with a value`);
  return reply.problem;
};

test('an answer says how much is left to an address, and a refusal when to come again', async () => {
  const { small, later } = await still('2');
  await makeLarkspur(small, [implicit('site')]);
  const ask = () =>
    fetch(`${small.url}/v1/attempts`, {
      method: 'POST',
      body: JSON.stringify({ brand: 'larkspur', connection: 'site' }),
      headers: { 'content-type': 'application/json' },
    });
  const told = async () => {
    const { status, headers } = await ask();
    return [
      status === 429,
      ...['ratelimit-policy', 'ratelimit', 'retry-after'].map((one) => headers.get(one)),
    ];
  };
  expect(await told()).toEqual([false, '"address";q=2;w=60', '"address";r=1;t=60', null]);
  expect(await told()).toEqual([false, '"address";q=2;w=60', '"address";r=0;t=60', null]);
  const refused = await ask();
  const body = (await refused.json()) as Problem;
  expect([refused.status, body.code]).toEqual([429, 'rate_limited']);
  expect(refused.headers.get('retry-after')).toBe(`${body.retryAfter}`);
  expect(refused.headers.get('ratelimit')).toBe(`"address";r=0;t=${body.retryAfter}`);
  later(body.retryAfter ?? 0);
  expect((await told())[0]).toBe(false);
  await small.close();
});

test('a brand is limited from all addresses together, is told so, and takes nothing from another', async () => {
  let at = Date.now();
  const small = await openHouse({ RATE_LIMIT_PER_MINUTE: '1', TRUSTED_PROXIES: '1' });
  small.app.get(Clock).now = () => new Date(at);
  for (const slug of ['larkspur', 'juniper']) await makeLarkspur(small, [implicit('site')], { slug });
  const ask = (brand: string, address: string) =>
    fetch(`${small.url}/v1/attempts`, {
      method: 'POST',
      body: JSON.stringify({ brand, connection: 'site' }),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    });
  const first = await Promise.all(
    Array.from({ length: 100 }, (_, index) => ask('larkspur', `198.51.100.${index}`)),
  );
  expect(first.filter(({ status }) => status === 429)).toEqual([]);
  const refused = await ask('larkspur', '203.0.113.1');
  const body = (await refused.json()) as Problem;
  expect([refused.status, body.code, body.retryAfter]).toEqual([429, 'rate_limited', 1]);
  const headers = ['retry-after', 'ratelimit-policy', 'ratelimit'].map((name) => refused.headers.get(name));
  expect(headers).toEqual(['1', '"brand";q=100;w=60', '"brand";r=0;t=1']);
  expect((await ask('juniper', '203.0.113.1')).status).not.toBe(429);
  at += 1_000;
  expect((await ask('larkspur', '203.0.113.2')).status).not.toBe(429);
  await small.close();
});

test('one consumer’s messages are limited, on all their devices, and nobody else’s', async () => {
  const { small, later } = await still('4');
  const brand = await makeLarkspur(small, [implicit('site')]);
  const first = await Consumer.verified(small, brand, { sub: 'cust-1' });
  const { conversation } = await first.say('The first');
  const second = await Consumer.verified(small, brand, { sub: 'cust-1' });
  let last = 0;
  for (let said = 2; said <= 40; said += 1)
    ({ number: last } = await (said % 2 ? first : second).say(`Number ${said}`, conversation));
  const more = { clientId: randomUUID(), conversation, text: 'One too many' };
  for (const { line } of [first, second]) {
    const { code, retryAfter } = await problemOf(line, 'message:send', more);
    expect([code, retryAfter]).toEqual(['rate_limited', 2]);
  }
  later(2);
  // What was refused was not stored: sent again, it is there once.
  expect((await first.line.get<Message>('message:send', more)).number).toBe(last + 1);
  later(60);
  const other = await Consumer.anonymous(small, brand);
  expect((await other.say('I may')).text).toBe('I may');
  for (const one of [first, second, other]) one.close();
  await small.close();
});

test('while one consumer floods, the messages of another are answered between theirs', async () => {
  const flooder = await Consumer.anonymous(house, larkspur);
  const quiet = await Consumer.anonymous(house, larkspur);
  const [theirs, mine] = [(await flooder.say('Hello')).conversation, (await quiet.say('Hello')).conversation];
  const order: string[] = [];
  const flood = Array.from({ length: 400 }, async (_, index) => {
    const message = { clientId: randomUUID(), conversation: theirs, text: `Flood ${index}` };
    const reply = await flooder.line.ask<Message>('message:send', message);
    order.push(reply.ok ? 'flood' : reply.problem.code);
    return reply;
  });
  for (let asked = 0; asked < 5; asked += 1) {
    await quiet.say(`Quiet ${asked}`, mine);
    order.push('quiet');
  }
  const replies = await Promise.all(flood);
  const stored = replies.flatMap((reply) => (reply.ok ? [reply.value.number] : []));
  // His own wait for each other, in order; those beyond a full outbox are refused in words, and not half stored.
  expect(stored).toEqual(stored.toSorted((a, b) => a - b));
  expect(new Set(order)).toEqual(new Set(['flood', 'rate_limited', 'quiet']));
  expect(order.lastIndexOf('quiet')).toBeLessThan(order.lastIndexOf('flood'));
  const { messages } = await flooder.line.get<{ messages: Message[] }>('conversation:resume', {
    conversation: theirs,
    after: 0,
  });
  expect(messages.filter(({ from }) => from === 'consumer')).toHaveLength(stored.length + 1);
  for (const one of [flooder, quiet]) one.close();
});

test('another text under an id that was used is refused, and the same again is answered with what it became', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const clientId = randomUUID();
  const first = await guest.say('As it was', null, clientId);
  const changed = { clientId, conversation: first.conversation, text: 'As it was not' };
  expect(await guest.line.problem('message:send', changed)).toBe('client_id_reused');
  expect(await guest.line.problem('message:send', { ...changed, conversation: null })).toBe(
    'client_id_reused',
  );
  expect(await guest.say('As it was', first.conversation, clientId)).toEqual(first);

  const { conversation } = first;
  await mara.get('conversation:take', { conversation });
  const answer = { clientId: randomUUID(), conversation, text: 'I see' };
  const answered = await mara.get<Message>('message:send', answer);
  const other = { ...answer, text: 'I do not see' };
  expect(await mara.problem('message:send', other)).toBe('client_id_reused');
  expect(await mara.get<Message>('message:send', answer)).toEqual(answered);
  const detail = await watch(mara, conversation);
  expect(detail.messages.filter(({ from }) => from !== 'system').map(({ text }) => text)).toEqual([
    'As it was',
    'I see',
  ]);
  guest.close();
});

test('whoever resumes from a line that is not there yet is told how far the conversation has come', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation, number } = await guest.say('Hello');
  for (const [line, name] of [
    [guest.line, 'conversation:resume'],
    [mara, 'conversation:watch'],
  ] as const) {
    const { code, detail } = await problemOf(line, name, { conversation, after: number + 1 });
    expect([code, detail]).toEqual(['number_ahead', `Its last line is ${number}.`]);
    const told = await line.get<Pick<ConversationDetail, 'messages'>>(name, { conversation, after: number });
    expect(told.messages).toEqual([]);
  }
  guest.close();
});

test('after a restore whoever stands ahead takes the conversation from its first line, and goes on from there', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation, number } = await guest.say('Kept');
  const lost = await guest.say('Said after the backup', conversation);
  // As the backup had it.
  await house.database.message.deleteMany({
    where: { conversationId: conversation, number: { gt: number } },
  });
  await house.database.conversation.updateMany({ where: { id: conversation }, data: { lastNumber: number } });
  const texts = async (line: Line, name: string, after: number) =>
    (await line.get<Pick<ConversationDetail, 'messages'>>(name, { conversation, after })).messages
      .filter(({ from }) => from !== 'system')
      .map(({ text }) => text);
  for (const [line, name] of [
    [guest.line, 'conversation:resume'],
    [mara, 'conversation:watch'],
  ] as const) {
    expect(await line.problem(name, { conversation, after: lost.number })).toBe('number_ahead');
    expect(await texts(line, name, 0)).toEqual(['Kept']);
  }
  expect(await guest.say('Said anew', conversation)).toMatchObject({ number: lost.number });
  expect(await texts(mara, 'conversation:watch', number)).toEqual(['Said anew']);
  guest.close();
});

test('nothing is said in an ended conversation, nor in somebody else’s, and neither is told from one that never was', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const stranger = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Hello');
  const into = (line: Line, id: string) =>
    line.problem('message:send', { clientId: randomUUID(), conversation: id, text: 'May I?' });
  expect(await into(stranger.line, conversation)).toBe('conversation_not_found');
  expect(await into(stranger.line, randomUUID())).toBe('conversation_not_found');
  await guest.line.get('conversation:end', { conversation });
  expect(await into(guest.line, conversation)).toBe('conversation_ended');
  for (const one of [guest, stranger]) one.close();
});

test('a socket that does not read is closed, and whoever comes back resumes by number', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Hello');
  const tab = await Consumer.join(house, guest.page, guest.session);
  await tab.line.get('conversation:resume', { conversation, after: 0 });
  const sockets = () => house.app.get(Audience).consumers.sockets.size;
  const before = sockets();
  const { transport } = tab.line.socket.io.engine;
  const { _socket: wire } = (transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } })
    .ws;
  wire.pause();
  // Far more than the kernel keeps for a socket, at three bytes a sign.
  const long = '…'.repeat(8_000);
  let last = 0;
  while (sockets() === before && last < 2_000) ({ number: last } = await guest.say(long, conversation));
  expect(sockets()).toBe(before - 1);
  wire.resume();
  await tab.line.hears('disconnect');
  const again = await Consumer.join(house, guest.page, guest.session);
  const { messages } = await again.line.get<{ messages: Message[] }>('conversation:resume', {
    conversation,
    after: last - 1,
  });
  expect(messages.map(({ number }) => number)).toEqual([last]);
  for (const one of [guest, tab, again]) one.close();
});
