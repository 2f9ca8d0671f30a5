import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sessionView } from '@countersign/contracts';
import { findRedis, type Redis, startRedis } from '@countersign/database/redis';
import { freePort } from '@countersign/ports';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bus } from '../dist/bus/index.js';
import { type Agent, answer, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { freshDatabase, type House, openHouse, WORKSPACE } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import { Line } from './house/socket.js';

const NOOR = 'noor@larkspur.example';
type Heard = { number: number; text: string; from: string };

/** Where there is no Redis, one process serves the house: there is nothing to try. */
describe.skipIf((await findRedis()) === undefined)('several processes of one service', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let redis: Redis;
  let port: number;
  let near: House;
  let far: House;
  let larkspur: Larkspur;
  let desks: Desks;
  let noor: Agent;

  beforeAll(async () => {
    fresh = await freshDatabase();
    port = await freePort();
    redis = await startRedis({ port });
    const shared = {
      MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      DATABASE_URL: fresh.url,
      REDIS_URL: redis.url,
    };
    near = await openHouse(shared);
    far = await openHouse({ ...shared, PUBLIC_URL: near.url });
    larkspur = await makeLarkspur(near, [implicit('site')]);
    desks = await Desks.open(near);
    await desks.staff(larkspur, [{ email: NOOR, name: 'Noor' }]);
    noor = await desks.agent('larkspur', NOOR);
  });
  afterAll(async () => {
    await Promise.all([near.close(), far.close()]);
    await desks.close();
    await redis.stop();
    await fresh.drop();
  });

  /** An agent's socket at the other process. */
  const farDesk = (): Promise<Line> =>
    Line.open(`${far.url}/agent`, { origin: WORKSPACE, cookie: noor.browser.cookies(near.url) });

  /** A consumer at one process talks with an agent at the other. */
  async function talk(text: string): Promise<{ consumer: Consumer; desk: Line; conversation: string }> {
    const consumer = await Consumer.verified(near, larkspur, { sub: randomUUID(), name: 'Ada Osei' });
    const { conversation } = await consumer.say(text);
    const desk = await farDesk();
    await take(desk, conversation);
    await watch(desk, conversation);
    return { consumer, desk, conversation };
  }

  const numbers = (line: Line): number[] => line.all<Heard>('message:new').map(({ number }) => number);

  test('what is said at one is heard at the other, each line once and in order', async () => {
    const { consumer, desk, conversation } = await talk('Good morning.');
    for (let at = 0; at < 20; at += 1) {
      await consumer.say(`line ${at}`, conversation);
      await answer(desk, conversation, `answer ${at}`);
    }
    await desk.hears<Heard>('message:new', ({ text }) => text === 'line 19');
    await consumer.line.hears<Heard>('message:new', ({ text }) => text === 'answer 19');
    for (const [line, theirs] of [
      [desk, 'line'],
      [consumer.line, 'answer'],
    ] as const) {
      const heard = numbers(line);
      expect(heard).toEqual([...heard].sort((one, other) => one - other));
      expect(new Set(heard).size).toBe(heard.length);
      const texts = line.all<Heard>('message:new').map(({ text }) => text);
      const said = texts.filter((text) => text.startsWith(`${theirs} `));
      expect(said).toEqual(Array.from({ length: 20 }, (_, at) => `${theirs} ${at}`));
    }
    desk.close();
    consumer.close();
  });

  test('a queue, a taken conversation and a word that is being written travel too', async () => {
    const desk = await farDesk();
    const consumer = await Consumer.verified(near, larkspur, { sub: randomUUID(), name: 'Grace Lim' });
    const { conversation } = await consumer.say('Is anybody there?');
    await desk.hears<{ id: string }>('queue:changed', ({ id }) => id === conversation);
    await take(desk, conversation);
    await consumer.line.hears<{ agent: string }>('conversation:changed', ({ agent }) => agent === 'Noor');
    await watch(desk, conversation);
    await desk.get('typing', { conversation, on: true });
    expect(await consumer.line.hears('typing')).toEqual({ conversation, on: true, by: 'Noor' });
    await consumer.line.get('typing', { conversation, on: true });
    expect(await desk.hears('typing')).toEqual({ conversation, on: true, by: 'Grace Lim' });
    desk.close();
    consumer.close();
  });

  test('what has come and was read at one is seen at the other', async () => {
    const { consumer, desk, conversation } = await talk('Did this arrive?');
    const marks = (line: Line, delivered: number, read: number) =>
      line.hears('marks:changed', (event) => isDeepStrictEqual(event, { conversation, delivered, read }));
    const { number } = await consumer.say('And this?', conversation);
    await desk.get('message:delivered', { conversation, number });
    await marks(consumer.line, number, 0);
    await desk.get('message:read', { conversation, number });
    await marks(consumer.line, number, number);
    await answer(desk, conversation, 'It did.');
    await consumer.line.get('message:delivered', { conversation, number: number + 1 });
    await marks(desk, number + 1, 0);
    await consumer.line.get('message:read', { conversation, number: number + 1 });
    await marks(desk, number + 1, number + 1);
    desk.close();
    consumer.close();
  });

  test('another tab at the other process hears a conversation that begins', async () => {
    const consumer = await Consumer.verified(near, larkspur, { sub: 'cust-tabs' });
    const elsewhere = consumer.page.through(far.url);
    const session = (await elsewhere.resume('cust-tabs')).as(sessionView);
    const tab = await Consumer.join(far, elsewhere, session, ORIGIN);
    await consumer.say('Said in the first tab.');
    await tab.line.hears<Heard>('message:new', ({ text }) => text === 'Said in the first tab.');
    tab.close();
    consumer.close();
  });

  test('nothing of what is said, and no name, passes through Redis', async () => {
    const seen: string[] = [];
    const eye = createClient({ url: redis.url });
    await eye.connect();
    await eye.monitor((line) => seen.push(String(line)));
    const { consumer, desk, conversation } = await talk('a-marker-of-what-is-said');
    await desk.get('typing', { conversation, on: true });
    await answer(desk, conversation, 'a-marker-of-the-answer');
    await consumer.line.hears<Heard>('message:new', ({ text }) => text === 'a-marker-of-the-answer');
    eye.destroy();
    expect(seen.some((line) => line.includes(conversation))).toBe(true);
    // As a word: the ids in these lines are hexadecimal.
    expect(seen.filter((line) => /a-marker|\bAda\b|Noor|larkspur/i.test(line))).toEqual([]);
    desk.close();
    consumer.close();
  });

  test('a line that a process stored, and fell silent before it told anybody, is found', async () => {
    const { consumer, desk, conversation } = await talk('Before the silence.');
    // As if it were killed between the two: its words do not arrive any more.
    const bus = near.app.get(Bus)['stream'];
    const add = bus?.add;
    Object.assign(bus ?? {}, { add: () => Promise.reject(new Error('killed')) });
    await consumer.say('Does anybody hear me?', conversation);
    await desk.hears<Heard>('message:new', ({ text }) => text === 'Does anybody hear me?');
    Object.assign(bus ?? {}, { add });
    desk.close();
    consumer.close();
  });

  test('without Redis both sides go on, and each line arrives once when it is back', async () => {
    const { consumer, desk, conversation } = await talk('Before it goes.');
    const own = await noor.connect();
    await watch(own, conversation);
    await redis.stop();
    // At the same process nothing is noticed.
    await consumer.say('Is it gone?', conversation);
    await own.hears<Heard>('message:new', ({ text }) => text === 'Is it gone?');
    // At the other it is looked for.
    await desk.hears<Heard>('message:new', ({ text }) => text === 'Is it gone?');
    redis = await startRedis({ port });
    await consumer.say('It is back.', conversation);
    await desk.hears<Heard>('message:new', ({ text }) => text === 'It is back.');
    for (const line of [desk, own]) {
      const texts = line.all<Heard>('message:new').map(({ text }) => text);
      expect(texts.filter((text) => text.startsWith('I'))).toEqual(['Is it gone?', 'It is back.']);
    }
    own.close();
    desk.close();
    consumer.close();
  });

  test('an agent who signs out at one is out at the other, with or without Redis', async () => {
    const twin = await desks.agent('larkspur', NOOR);
    await redis.stop();
    const desk = await Line.open(`${far.url}/agent`, {
      origin: WORKSPACE,
      cookie: twin.browser.cookies(near.url),
    });
    await twin.call('POST', '/sign-out');
    await desk.hears('disconnect');
    redis = await startRedis({ port });
  });

  test('a stream that is thrown away loses nothing', async () => {
    const { consumer, desk, conversation } = await talk('Before the flood.');
    const hand = createClient({ url: redis.url });
    await hand.connect();
    for (let at = 0; at < 10; at += 1) {
      await consumer.say(`flood ${at}`, conversation);
      await hand.flushAll();
    }
    await consumer.say('After the flood.', conversation);
    await desk.hears<Heard>('message:new', ({ text }) => text === 'After the flood.');
    const texts = desk.all<Heard>('message:new').map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('flood'))).toHaveLength(10);
    hand.destroy();
    desk.close();
    consumer.close();
  });
});
