import { randomUUID } from 'node:crypto';
import type { SessionView } from '@countersign/contracts';
import { sessionView } from '@countersign/contracts';
import { freePort } from '@countersign/ports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { take, watch } from './house/agent.js';
import { Collector, said } from './house/collector.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

const NOOR = 'noor@gmail.com';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLICK = '00f067aa0ba902b7';
const TRACEPARENT = `00-${TRACE}-${CLICK}-01`;
/** Stands in all that a person wrote or is called. */
const canary = `canary-${randomUUID()}`;

let collector: Collector;
let house: House;
let larkspur: Larkspur;
let desks: Desks;
let noor: Line;
let figures: () => Promise<string>;

beforeAll(async () => {
  collector = await Collector.open();
  const port = await freePort();
  house = await openHouse({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, METRICS_PORT: String(port) });
  figures = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  larkspur = await makeLarkspur(house, [implicit('site')]);
  desks = await Desks.open(house);
  await desks.staff(larkspur, [{ email: NOOR, name: 'Noor' }]);
  noor = await desks.line('larkspur', NOOR);
});
afterAll(async () => {
  noor.close();
  await desks.close();
  await house.close();
  await collector.close();
});

/** Signs in by a page that follows what it does. */
async function traced(sub: string): Promise<Consumer> {
  const page = (await larkspur.page()).following(TRACEPARENT);
  const attempt = await page.attempt('site');
  const claims = { ...goodClaims(attempt, house.now()), sub, name: `${canary} name` };
  const session: SessionView = (
    await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) })
  ).as(sessionView);
  return Consumer.join(house, page, session);
}

const follow = (conversation: string, number: number) => (name: string) =>
  collector.span(
    name,
    (span) => said(span, 'conversation') === conversation && said(span, 'number') === number,
  );

test('one message is followed from the click on the page to the screen of the agent', async () => {
  const ada = await traced(`${canary}-sub`);
  const first = await ada.say(`${canary} first`);
  const { conversation } = first;
  await take(noor, conversation);
  await watch(noor, conversation);
  const message = await ada.line.get<{ number: number }>('message:send', {
    clientId: randomUUID(),
    conversation,
    text: `${canary} second`,
    traceparent: TRACEPARENT,
  });
  const { number } = message;
  await noor.hears('message:new', (heard: { number: number }) => heard.number === number);
  await noor.get('message:read', { conversation, number });

  const step = follow(conversation, number);
  const [stored, delivered, shown] = [
    await step('message stored'),
    await step('message delivered'),
    await step('message shown'),
  ];
  const received = await collector.span(
    'message received',
    ({ traceId, spanId }) => traceId === TRACE && spanId === stored.parentSpanId,
  );
  expect(received.parentSpanId).toBe(CLICK);
  expect(delivered.parentSpanId).toBe(stored.spanId);
  expect(shown.parentSpanId).toBe(delivered.spanId);
  expect([said(delivered, 'consumers'), said(delivered, 'agents')]).toEqual([1, 1]);

  const opened = await collector.span('session opened');
  const judged = await collector.span('proof judged');
  expect(opened).toMatchObject({ traceId: TRACE, parentSpanId: CLICK });
  expect(judged.parentSpanId).toBe(opened.spanId);
  expect(said(judged, 'outcome')).toBe('verified');
  expect(received.links?.map(({ spanId }) => spanId)).toEqual([opened.spanId]);
});

test('what is stored together is one span, linked with each message it stored', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'cust-batch' });
  const { conversation } = await ada.say('one');
  const said2 = await ada.say('two', conversation);
  const stored = await follow(conversation, said2.number)('message stored');
  const batch = await collector.span('batch stored', ({ spanId }) =>
    (stored.links ?? []).some((link) => link.spanId === spanId),
  );
  expect(batch.links?.map(({ spanId }) => spanId)).toContain(stored.parentSpanId);
  expect(batch.parentSpanId ?? '').toBe('');
});

test('a traceparent that is none loses no message, and is not believed', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'cust-none' });
  const message = await ada.line.get<{ conversation: string; number: number }>('message:send', {
    clientId: randomUUID(),
    conversation: null,
    text: 'hello',
    traceparent: `${canary} is no traceparent`,
  });
  const stored = await follow(message.conversation, message.number)('message stored');
  expect(stored.traceId).not.toBe(TRACE);
});

test('what is refused is seen by its code', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'cust-refused' });
  const elsewhere = { clientId: randomUUID(), conversation: randomUUID(), text: `${canary} lost` };
  await ada.line.problem('message:send', elsewhere);
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  await page.prove(attempt, { idToken: canary });
  const text = await figures();
  expect(text).toMatch(
    /^countersign_refusals_total\{.*reason="request_malformed|reason="conversation_not_found/m,
  );
  expect(text).toMatch(/^countersign_proofs_refused_total\{reason="[a-z_]+"\} 1$/m);
});

test('the figures say what was done', async () => {
  const text = await figures();
  for (const line of [
    /^countersign_sessions_opened_total\{assurance="verified"\} [1-9]/m,
    /^countersign_messages_stored_total\{from="consumer"\} [1-9]/m,
    /^countersign_message_ack_seconds_count\{from="consumer",outcome="stored"\} [1-9]/m,
    /^countersign_message_delivery_seconds_bucket\{kind="memory",le="0.0002"\} \d+$/m,
    /^countersign_batch_lines_count [1-9]/m,
    /^countersign_sockets\{kind="agent"\} 1$/m,
    /^countersign_part_up\{part="notices"\} 1$/m,
    /^countersign_ready 1$/m,
    /^countersign_writer_queue 0$/m,
    /^countersign_database_wait_seconds_count [1-9]/m,
    /^countersign_database_connections\{state="busy"\} \d+$/m,
    /^nodejs_eventloop_lag_p99_seconds \d/m,
    /^process_resident_memory_bytes \d+$/m,
    /^process_cpu_seconds_total [\d.]+$/m,
  ])
    expect(text).toMatch(line);
});

test('figures are read at their own port, and never where everybody comes in', async () => {
  expect((await fetch(`${house.url}/metrics`)).status).toBe(404);
  expect(await figures()).not.toContain('larkspur');
});

test('no text, name, subject or token is in what is seen from outside', async () => {
  const ada = await traced(`${canary}-again`);
  const { conversation, number } = await ada.say(`${canary} third`);
  await follow(conversation, number)('message delivered');
  const seen = collector.text + (await figures());
  expect(seen).toContain(conversation);
  const secrets = [canary, ada.session.token, NOOR, 'Noor', 'Ada'];
  expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
});

test('without a collector every message goes its way', async () => {
  const lost = await openHouse({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  const brand = await makeLarkspur(lost, [implicit('site')]);
  const ada = await Consumer.anonymous(lost, brand);
  expect((await ada.say('hello')).number).toBe(2);
  await lost.close();
});

test('a port for figures that is taken stops the start with its name', async () => {
  const taken = new URL(collector.url).port;
  await expect(openHouse({ METRICS_PORT: taken })).rejects.toThrow(/METRICS_PORT/);
});
