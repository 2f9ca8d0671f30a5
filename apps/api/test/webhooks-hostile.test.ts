import { webhookMade } from '@countersign/contracts';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../dist/config/env.js';
import { SystemNetwork } from '../dist/outbound/network.client.js';
import { PostingClient } from '../dist/outbound/posting.client.js';
import type { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { Hook } from './house/hooks.js';
import { environment, freshDatabase, type House, openHouse } from './house/house.js';
import { Internet, PUBLIC } from './house/internet.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { Receiver } from './house/receiver.js';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
/** Two processes of one service. */
let near: House;
/** That of both: a house looks at one of its own. */
let database: PrismaClient;
let far: House;
let desks: Desks;
let larkspur: Larkspur;
let receiver: Receiver;
let ravi: Agent;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = createPrisma(fresh.adminUrl);
  const shared = { MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), DATABASE_URL: fresh.url };
  near = await openHouse(shared);
  far = await openHouse({ ...shared, PUBLIC_URL: near.url });
  receiver = await Receiver.open();
  desks = await Desks.open(near);
  larkspur = await makeLarkspur(near, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'ravi@gmail.com', name: 'Ravi', role: 'developer' }]);
  ravi = await desks.agent('larkspur', 'ravi@gmail.com');
});
afterAll(async () => {
  await Promise.all([near.close(), far.close()]);
  await desks.close();
  await receiver.close();
  await database.$disconnect();
  await fresh.drop();
});

const made = (url: string) =>
  ravi.console('POST', '/webhooks', { body: { url, types: ['conversation.opened'] } });

describe('an endpoint is refused with a sentence', () => {
  test('no endpoint is set up at a private address, and the refusal says so', async () => {
    const hidden = [
      ...['https://10.0.0.1/hook', 'https://192.168.1.1', 'https://172.16.0.1', 'https://100.64.0.1'],
      ...['https://169.254.169.254/latest/meta-data', 'https://0.0.0.0', 'https://224.0.0.1'],
      ...[
        'https://[fd00::1]',
        'https://[fe80::1]',
        'https://[::ffff:10.0.0.1]',
        'https://[::ffff:169.254.169.254]',
      ],
      ...['https://[64:ff9b::a00:1]', 'https://[2002:a00:1::]', 'https://0x0a000001', 'https://167772161'],
    ];
    for (const url of hidden) {
      const problem = (await made(url)).problem();
      expect(problem).toMatchObject({ code: 'webhook_url_refused', status: 422 });
      expect(problem.detail, url).toContain('is a private, local or reserved address');
    }
  });

  test.each([
    ['http://example.com/hook', 'must begin with https://'],
    ['ftp://example.com', 'must begin with https://'],
    ['javascript:alert(1)', 'must begin with https://'],
    ['not an address', 'This is not an address'],
    ['https://user:secret@example.com', 'a name and a password'],
    ['https://example.com/#part', 'Leave it out'],
    ['https://nowhere.invalid', 'No address was found for nowhere.invalid'],
  ])('at %s', async (url, words) => {
    expect((await made(url)).problem().detail).toContain(words);
  });
});

/** The service as in production, in a world of our own. */
function posting(internet: Internet): PostingClient {
  const network = new SystemNetwork();
  internet.replace(network);
  return new PostingClient(
    readConfig({ ...environment(4100, 'postgresql://x'), NODE_ENV: 'production' }),
    network,
  );
}

test('a name that is public when it is set up and private when it is sent to gets nothing', async () => {
  const internet = await Internet.open();
  internet.name('rebind.example', [PUBLIC], ['169.254.169.254']);
  internet.name('both.example', [PUBLIC, '10.0.0.1']);
  const client = posting(internet);
  expect(await client.forbidden(new URL('https://rebind.example'))).toBeUndefined();
  const sent = await client.post({ url: 'https://rebind.example', headers: {}, body: '{}' });
  expect(sent).toEqual({ kind: 'failed', reason: 'address_forbidden' });
  expect(await client.forbidden(new URL('https://both.example'))).toBe('address');
  expect([...internet.sockets]).toEqual([]);
  await internet.close();
});

test.each(['https://127.0.0.1', 'https://[::1]', 'https://localhost', 'http://example.com'])(
  'in production nothing is sent to %s',
  async (url) => {
    const internet = await Internet.open();
    const sent = await posting(internet).post({ url, headers: {}, body: '{}' });
    expect(sent).toEqual({ kind: 'failed', reason: 'address_forbidden' });
    await internet.close();
  },
);

test('a redirect is not followed', async () => {
  const hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.answer(hook.path, (response) =>
    response.writeHead(307, { location: receiver.url('/elsewhere') }).end(),
  );
  await hook.ask('POST', '/test');
  const { attempts } = await hook.latest((now) => now.attempts.length === 1);
  expect(attempts[0]).toMatchObject({ status: 307, outcome: 'redirected' });
  expect(receiver.at('/elsewhere')).toEqual([]);
  await hook.remove();
});

test('an answer that is longer than it said, or never ends, counts by its status, and holds up nobody else', async () => {
  const slow = await Hook.make(ravi, receiver, ['conversation.opened']);
  const liar = await Hook.make(ravi, receiver, ['conversation.opened']);
  const silent = await Hook.make(ravi, receiver, ['conversation.opened']);
  const good = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.answer(slow.path, (response) => void response.writeHead(200).write('and so on'));
  receiver.answer(liar.path, (response) => {
    response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nshort');
  });
  receiver.answer(silent.path, () => undefined);
  for (let times = 0; times < 6; times += 1) await silent.ask('POST', '/test');
  await Promise.all([slow, liar, good].map((one) => one.ask('POST', '/test')));
  await good.latest(({ delivery }) => delivery.state === 'delivered');
  const [first] = (await slow.latest(({ delivery }) => delivery.state === 'delivered')).attempts;
  expect(first?.answer).toBe('and so on');
  await liar.latest(({ delivery }) => delivery.state === 'delivered');
  // Of six that wait, no more than one endpoint may have on its way from two processes.
  expect(receiver.at(silent.path).length).toBeLessThanOrEqual(8);
  expect((await silent.log('delivered')).length).toBe(0);
  await Promise.all([slow, liar, silent, good].map((one) => one.remove()));
});

test('headers without end are refused, and the endpoint is tried again', async () => {
  const hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.answer(hook.path, (response) => {
    response.socket?.end(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(200_000)}\r\n\r\n`);
  });
  await hook.ask('POST', '/test');
  const { attempts, delivery } = await hook.latest((now) => now.attempts.length === 1);
  expect(attempts[0]).toMatchObject({ status: null, outcome: 'headers_too_large' });
  expect(delivery.state).toBe('waiting');
  await hook.remove();
});

test('two processes send each event once, and those of one conversation in their order', async () => {
  const hook = await Hook.make(ravi, receiver, ['message.created']);
  const people = await Promise.all(Array.from({ length: 3 }, () => Consumer.anonymous(near, larkspur)));
  const said = people.map(async (one) => {
    const { conversation } = await one.say('1');
    for (const line of ['2', '3', '4', '5']) await one.say(line, conversation);
  });
  await Promise.all(said);
  await expect.poll(async () => (await hook.log('delivered')).length, { timeout: 30_000 }).toBe(15);
  const told = await hook.received(15);
  expect(told).toHaveLength(15);
  const numbers = new Map<unknown, number[]>();
  for (const { data } of told) {
    const { number } = data['message'] as unknown as { number: number };
    numbers.set(data['conversation'], [...(numbers.get(data['conversation']) ?? []), number]);
  }
  for (const one of numbers.values()) expect(one).toEqual([...one].sort((a, b) => a - b));
  for (const one of people) one.close();
  await hook.remove();
});

test('of a change that was taken back nothing is told', async () => {
  const hook = await Hook.make(ravi, receiver, ['conversation.opened', 'facts.changed']);
  const ada = await Consumer.verified(near, larkspur, { sub: 'taken-back' });
  await hook.received(1);
  const before = await database.webhookDelivery.count();
  await expect(
    database.$transaction(async (tx) => {
      await tx.fact.updateMany({ data: { sealed: false } });
      expect(await tx.webhookDelivery.count()).toBe(before + 1);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await database.webhookDelivery.count()).toBe(before);
  ada.close();
  await hook.remove();
});

test('whoever has one address sent to again and again is told to wait', async () => {
  const few = await openHouse({ RATE_LIMIT_PER_MINUTE: '8' });
  const desk = await Desks.open(few);
  const brand = await makeLarkspur(few, [implicit('site')]);
  await desk.staff(brand, [{ email: 'ravi@gmail.com', name: 'Ravi', role: 'developer' }]);
  const hook = await Hook.make(await desk.agent('larkspur', 'ravi@gmail.com'), receiver, [
    'conversation.opened',
  ]);
  const statuses = [];
  for (let time = 0; time < 4; time += 1) statuses.push((await hook.ask('POST', '/test')).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
  expect((await hook.received(2)).map(({ type }) => type)).toEqual(['webhook.test', 'webhook.test']);
  const again = await hook.ask('POST', '/replay', { since: '1970-01-01T00:00:00.000Z' });
  expect(again.problem()).toMatchObject({ code: 'rate_limited', retryAfter: expect.any(Number) });
  await desk.close();
  await few.close();
});

test('the operator makes an endpoint too, and no brand has more than ten', async () => {
  const body = { url: receiver.url('/operator'), types: ['consumer.erased'] };
  const results = [];
  for (let times = 0; times < 11; times += 1)
    results.push(await near.operator.call('POST', 'larkspur/webhooks', body));
  expect(results[0]?.as(webhookMade).endpoint.types).toEqual(['consumer.erased']);
  expect(results[10]?.problem().code).toBe('webhook_limit');
  for (const result of results.slice(0, 10)) {
    const { id } = result.as(webhookMade).endpoint;
    expect((await near.operator.call('DELETE', `larkspur/webhooks/${id}`)).status).toBe(204);
  }
});
