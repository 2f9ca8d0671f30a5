import { replayed, webhookMade, webhookView } from '@countersign/contracts';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DeliveryLogService } from '../dist/webhooks/delivery-log.service.js';
import type { Agent } from './house/agent.js';
import { Desks } from './house/desks.js';
import { Hook } from './house/hooks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { Receiver } from './house/receiver.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let receiver: Receiver;
let ravi: Agent;
let hook: Hook;

beforeAll(async () => {
  house = await openHouse();
  receiver = await Receiver.open();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'ravi@gmail.com', name: 'Ravi', role: 'developer' },
    { email: 'noor@gmail.com', name: 'Noor' },
  ]);
  ravi = await desks.agent('larkspur', 'ravi@gmail.com');
});
afterAll(async () => {
  await desks.close();
  await house.close();
  await receiver.close();
});
afterEach(async () => {
  house.resetClock();
  await hook.remove();
});

test('a test event is delivered, and the log shows it with its status', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.status(hook.path, 200, 'thank you');
  expect((await hook.ask('POST', '/test')).status).toBe(200);
  const { delivery, attempts } = await hook.latest(({ delivery }) => delivery.state === 'delivered');
  expect(delivery.type).toBe('webhook.test');
  expect(attempts).toMatchObject([{ status: 200, outcome: 'delivered', answer: 'thank you' }]);
});

test('after an answer of 500 it is tried again with the same id, and the log shows both tries', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.status(hook.path, 500, 'Out of order, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  await hook.ask('POST', '/test');
  const first = await hook.latest(({ attempts }) => attempts.length === 1);
  expect(first.delivery.state).toBe('waiting');
  expect(first.attempts[0]).toMatchObject({ status: 500, outcome: 'refused', answer: 'Out of order, •••' });
  receiver.status(hook.path, 200);
  house.later({ seconds: 6 });
  const second = await hook.latest(({ delivery }) => delivery.state === 'delivered');
  expect(second.attempts.map(({ status }) => status)).toEqual([200, 500]);
  expect(new Set((await hook.received(2)).map(({ id }) => id)).size).toBe(1);
});

test('one event is sent again on request, and so is all that failed since a time', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.status(hook.path, 503);
  await hook.ask('POST', '/test');
  const { delivery } = await hook.latest(({ attempts }) => attempts.length === 1);
  receiver.status(hook.path, 200);
  const since = new Date(house.now().getTime() - 60_000).toISOString();
  expect((await hook.ask('POST', '/replay', { since })).as(replayed).replayed).toBe(1);
  await hook.latest((now) => now.delivery.state === 'delivered');
  expect((await hook.ask('POST', '/replay', { since })).as(replayed).replayed).toBe(0);
  expect((await hook.ask('POST', `/deliveries/${delivery.id}/replay`)).as(replayed).replayed).toBe(1);
  const { attempts } = await hook.latest(
    (now) => now.attempts.length === 3 && now.delivery.state === 'delivered',
  );
  expect(attempts.map((one) => one.replayed)).toEqual([true, true, true]);
});

test('for a day after its secret was turned an event is signed by both, then by the new one alone', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  const turned = (await hook.ask('POST', '/rotate')).as(webhookMade);
  expect(turned.secret).not.toBe(hook.secret);
  expect(turned.endpoint.formerUntil).not.toBeNull();
  await hook.ask('POST', '/test');
  await hook.received(1);
  expect(receiver.verified(hook.path, turned.secret)).toHaveLength(1);
  house.later({ minutes: 24 * 60 + 1 });
  // Nobody is signed in any more by now.
  await house.app.get(DeliveryLogService).test(larkspur.view.id, hook.id);
  await expect.poll(() => receiver.at(hook.path).length, { timeout: 20_000 }).toBe(2);
  const last = receiver.at(hook.path)[1];
  expect(String(last?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  const by = (secret: string) => {
    const at = new Date(Number(last?.headers['webhook-timestamp']) * 1_000);
    return new Webhook(secret).sign(String(last?.headers['webhook-id']), at, last?.body ?? '');
  };
  expect(last?.headers['webhook-signature']).toBe(by(turned.secret));
});

test('an answer of 410 turns the endpoint off, and the console says why', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.status(hook.path, 410);
  await hook.ask('POST', '/test');
  await hook.latest(({ delivery }) => delivery.state === 'given_up');
  const endpoint = (await hook.ask('GET')).as(webhookView);
  expect(endpoint).toMatchObject({ state: 'off', offReason: 'gone' });
  expect((await hook.ask('POST', '/test')).problem().code).toBe('webhook_off');
});

test('an endpoint that answers nothing good for five days is turned off, and begins anew when it is turned on', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  receiver.status(hook.path, 500);
  await hook.ask('POST', '/test');
  for (const tries of [1, 2, 3]) {
    await expect.poll(() => receiver.at(hook.path).length, { timeout: 20_000 }).toBe(tries);
    house.later({ minutes: 2 * 24 * 60 });
  }
  await expect
    .poll(() => house.database.webhookEndpoint.count({ where: { id: hook.id, state: 'off' } }), {
      timeout: 20_000,
    })
    .toBe(1);
  house.resetClock();
  await expect
    .poll(async () => (await hook.ask('GET')).as(webhookView), { timeout: 20_000 })
    .toMatchObject({ state: 'off', offReason: 'failed_for_days' });
  const { url, description, types, facts, texts } = (await hook.ask('GET')).as(webhookView);
  const on = await hook.ask('PUT', '', { url, description, types, facts, texts, on: true });
  expect(on.as(webhookView)).toMatchObject({ state: 'on', offReason: null, failingSince: null });
});

test('agents who do not develop see no endpoint, and another brand’s developers do not either', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  const agent = await desks.agent('larkspur', 'noor@gmail.com');
  expect((await agent.console('GET', '/webhooks')).problem().code).toBe('developer_role_required');
  const juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(juniper, [{ email: 'mei@gmail.com', name: 'Mei', role: 'admin' }]);
  const mei = await desks.agent('juniper', 'mei@gmail.com');
  for (const [method, rest] of [
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/rotate'],
    ['POST', '/test'],
    ['GET', '/deliveries'],
  ] as const)
    expect((await mei.console(method, `/webhooks/${hook.id}${rest}`)).problem().code).toBe(
      'webhook_not_found',
    );
});

test('a secret stands in no list and in no row as it is', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  const listed = await ravi.console('GET', '/webhooks');
  expect(listed.text).not.toContain('whsec_');
  const row = await house.database.webhookEndpoint.findFirstOrThrow({ where: { id: hook.id } });
  expect(row.secret).not.toContain(hook.secret.slice(6, 20));
});
