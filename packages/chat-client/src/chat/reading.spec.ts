import type { Message } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { World } from '../../test/world.js';
import type { Platform } from '../platform/index.js';
import type { Line } from './line.js';
import { next } from './next.js';
import { Reading } from './reading.js';
import { type ChatState, initialChat } from './state.js';

const message = (number: number) =>
  ({ id: `m${number}`, conversation: 'of-ada', number, from: 'agent', text: '', clientId: null }) as Message;

const lineOf = (conversation: string, number: number) =>
  ({ id: `${conversation}${number}`, conversation, number, from: 'agent', clientId: null }) as Message;

/** A chat that hears of lines, and a service that hears of marks. */
function world() {
  let state: ChatState = initialChat;
  const told: unknown[] = [];
  const happen = (happening: Parameters<typeof next>[1]) => {
    state = next(state, happening);
  };
  const line = {
    ask: async (...wish: unknown[]) => {
      told.push(wish);
      return { ok: true, value: null };
    },
  } as unknown as Line;
  const waiting: (() => void)[] = [];
  const platform = { after: (_: number, run: () => void) => waiting.push(run) } as unknown as Platform;
  const reading = new Reading({ state: () => state, happen, line: () => line }, platform);
  return {
    told,
    reading,
    hear(id: string, number: number): void {
      const marks = { delivered: 0, read: 0 };
      const status = { id, state: 'taken', agent: 'Noor', lastNumber: number, readNumber: 0, marks } as const;
      happen({ type: 'begun' });
      const messages = Array.from({ length: number }, (_, at) => lineOf(id, at + 1));
      happen({ type: 'resumed', conversation: status, messages });
      reading.came();
    },
    /** A line, and none of those before it. */
    hearAlone(id: string, number: number): void {
      happen({ type: 'arrived', message: lineOf(id, number) });
      reading.came();
    },
    async passes(): Promise<void> {
      for (const run of waiting.splice(0)) run();
      await Promise.resolve().then(() => undefined);
    },
  };
}

test('what is read in the conversation after is told, however far the one before was read', async () => {
  const { hear, reading, passes, told } = world();
  for (const [conversation, number] of [
    ['first', 9],
    ['second', 3],
  ] as const) {
    hear(conversation, number);
    reading.read();
    await passes();
  }
  expect(told).toEqual([
    ['message:read', { conversation: 'first', number: 9 }],
    ['message:read', { conversation: 'second', number: 3 }],
  ]);
});

test('of what stands behind a gap nothing is told, until what is missing is here', async () => {
  const { hear, hearAlone, reading, passes, told } = world();
  hear('first', 2);
  hearAlone('first', 4);
  reading.read();
  await passes();
  hearAlone('first', 3);
  await passes();
  reading.read();
  await passes();
  expect(told).toEqual([
    ['message:read', { conversation: 'first', number: 2 }],
    ['message:delivered', { conversation: 'first', number: 4 }],
    ['message:read', { conversation: 'first', number: 4 }],
  ]);
});

test('what has come in the conversation after is told, however far the one before had come', async () => {
  const { hear, passes, told } = world();
  hear('first', 9);
  await passes();
  hear('second', 3);
  await passes();
  expect(told).toEqual([
    ['message:delivered', { conversation: 'first', number: 9 }],
    ['message:delivered', { conversation: 'second', number: 3 }],
  ]);
});

test('what comes within a second is acknowledged once, and what was read is not acknowledged beside', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  const [socket] = world.service.sockets;
  chat.send('hello');
  await world.time.pass(1_000);
  const came = () => world.service.wishes.filter((wish) => wish === 'message:delivered').length;
  for (const number of [2, 3, 4]) socket?.options.on['message:new'](message(number));
  await world.time.pass(2_000);
  expect(came()).toBe(1);
  socket?.options.on['message:new'](message(5));
  chat.read();
  await world.time.pass(2_000);
  expect(came()).toBe(1);
});

test('what has come is told again over a new line, for the service may not have lived to write it down', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  const came = () => world.service.wishes.filter((wish) => wish === 'message:delivered').length;
  chat.send('hello');
  await world.time.pass(1_000);
  world.service.stored.push({ ...message(2), by: 'ada' });
  for (const { options } of world.service.sockets) options.on['message:new'](message(2));
  await world.time.pass(2_000);
  expect(came()).toBe(1);
  world.service.dropAll();
  chat.wake();
  await world.time.pass(2_000);
  expect(came()).toBe(2);
});
