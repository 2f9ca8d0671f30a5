import { randomUUID } from 'node:crypto';
import type { Message } from '@countersign/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { Events } from '../common/events.js';
import type { Log } from '../common/log.js';
import type { MessagesRepository } from '../conversations/index.js';
import type { Following } from '../telemetry/index.js';
import type { Audience } from './audience.js';
import { MessageDeliveries } from './message-deliveries.js';
import { conversationRoom } from './sockets.js';

const brandId = randomUUID();
const id = randomUUID();
const room = conversationRoom(brandId, id);

/** What the database holds, and what everybody in the room and the newcomer were told. */
let log: number[];
let everybody: number[];
let newcomer: number[];
let events: Events;
let deliveries: MessageDeliveries;

const message = (number: number) => ({ conversation: id, number }) as Message;
const ear = (heard: number[]) => ({
  emit: (_name: string, { number }: Message) => {
    heard.push(number);
    return true;
  },
});
const socket = { emit: (name: string, said: Message) => ear(newcomer).emit(name, said) };
const another = { emit: () => true };

const store = (number: number) => {
  log.push(number);
  events.emit('message.stored', { brandId, conversationId: id, number });
};

beforeEach(() => {
  [log, everybody, newcomer] = [[], [], []];
  events = new Events();
  const messages = {
    after: (_brand: string, _id: string, after: number, limit: number) =>
      Promise.resolve(
        log
          .filter((number) => number > after)
          .slice(0, limit)
          .map(message),
      ),
  } as unknown as MessagesRepository;
  const rooms = new Map([[room, new Set(['somebody', 'somebody else'])]]);
  const namespace = (heard: number[]) => ({ adapter: { rooms }, local: { to: () => ear(heard) } });
  const audience = {
    hears: (name: string) => name === room,
    consumers: namespace(everybody),
    agents: namespace([]),
  } as unknown as Audience;
  const following = { heard: vi.fn(), delivered: vi.fn() } as unknown as Following;
  const quiet = { failure: vi.fn() } as unknown as Log;
  deliveries = new MessageDeliveries(events, messages, audience, following, quiet);
  deliveries.onModuleInit();
});

test('whoever comes in with less than another read is told the rest, alone, and before what comes then', async () => {
  log = [1, 2, 3];
  deliveries.begin(brandId, { id, lastNumber: 3 }, another);
  deliveries.begin(brandId, { id, lastNumber: 1 }, socket);
  store(4);
  await expect.poll(() => everybody).toEqual([4]);
  expect(newcomer).toEqual([2, 3]);
});

test('whoever comes in with less than was told here since is told nothing twice, nor is anybody', async () => {
  log = [1];
  deliveries.begin(brandId, { id, lastNumber: 1 }, another);
  store(2);
  await expect.poll(() => everybody).toEqual([2]);
  deliveries.begin(brandId, { id, lastNumber: 1 }, socket);
  store(3);
  await expect.poll(() => everybody).toEqual([2, 3]);
  expect(newcomer).toEqual([]);
});

test('a line that is heard of before the one under it leaves none out for whoever is coming in', async () => {
  log = [1, 2];
  store(3);
  await expect.poll(() => everybody).toEqual([3]);
  deliveries.begin(brandId, { id, lastNumber: 1 }, socket);
  await expect.poll(() => newcomer).toEqual([2]);
  expect(everybody).toEqual([3]);
});
