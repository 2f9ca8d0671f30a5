import type { Message } from '@countersign/contracts';
import { freePort } from '@countersign/ports';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Consumer } from './house/consumer.js';
import { environment, freshDatabase, type House, OPERATOR_KEY } from './house/house.js';
import { implicit, makeLarkspur } from './house/larkspur.js';
import { Operator } from './house/operator.js';
import { ApiProcess } from './house/process.js';
import { Relay } from './house/relay.js';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
const running: ApiProcess[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.signal('SIGKILL');
    await one.exit;
  }
});
afterAll(() => fresh.drop());

async function start(slug: string, settings: Record<string, string> = {}, databaseUrl = fresh.url) {
  const own: Record<string, string> = {
    ...environment(await freePort(), databaseUrl),
    LOG_LEVEL: 'info',
    ...settings,
  };
  const api = ApiProcess.start(own);
  running.push(api);
  await api.ready();
  const url = own['PUBLIC_URL'] ?? '';
  const house = { url, operator: new Operator(url, OPERATOR_KEY), now: () => new Date() } as House;
  const larkspur = await makeLarkspur(house, [implicit('site')], { slug });
  return { api, url, consumer: await Consumer.anonymous(house, larkspur) };
}

const draft = (clientId: string) => ({ clientId, conversation: null, text: `Hello, ${clientId}` });
const refused = (url: string) => expect(fetch(`${url}/health/live`)).rejects.toThrow();

test('told to stop it takes nobody new, sends its clients away in time, and ends well', async () => {
  const { api, url, consumer } = await start('leaving');
  api.signal('SIGTERM');
  const { withinMs } = await consumer.line.hears<{ withinMs: number }>('service:leaving');
  expect(withinMs).toBe(1_000);
  await refused(url);
  // Whoever is connected is served until they go.
  const stored = await consumer.line.get<Message>('message:send', draft('while-it-leaves'));
  expect(stored.number).toBeGreaterThan(0);
  // As after an accident: a client of socket.io comes back by itself.
  expect(await consumer.line.hears('disconnect')).toBe('transport close');
  expect(await api.exit).toBe(0);
});

test('who has gone is not waited for', async () => {
  const { api, consumer } = await start('gone');
  api.signal('SIGTERM');
  await consumer.line.hears('service:leaving');
  consumer.line.close();
  expect(await api.exit).toBe(0);
  const took = /"ms":(\d+),"msg":"the API has left"/.exec(api.output)?.[1];
  // Who is waited for has a second, and a quarter to spare.
  expect(Number(took)).toBeLessThan(1_250);
});

test('a message that was begun is stored and acknowledged before it ends', async () => {
  const relay = await Relay.to(fresh.url);
  const { api, consumer } = await start('begun', {}, relay.url);
  relay.hold();
  const sent = consumer.line.get<Message>('message:send', draft('begun-before'));
  api.signal('SIGTERM');
  await consumer.line.hears('service:leaving');
  relay.release();
  expect((await sent).text).toBe('Hello, begun-before');
  expect(await api.exit).toBe(0);
  await relay.cut();
});

test('what never ends is cut off at the limit, and the log says so', async () => {
  const relay = await Relay.to(fresh.url);
  const { api, consumer } = await start('stuck', { DRAIN_SECONDS: '1' }, relay.url);
  relay.hold();
  const sent = consumer.line.ask('message:send', draft('never-answered')).catch(() => 'no answer');
  api.signal('SIGTERM');
  await consumer.line.hears('disconnect');
  expect(await sent).toBe('no answer');
  await relay.cut();
  await api.exit;
  expect(api.output).toContain('the API left before all was done');
});
