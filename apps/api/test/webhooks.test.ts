import { webhookView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Agent } from './house/agent.js';
import { take } from './house/agent.js';
import { Backend } from './house/backend.js';
import { proposed, records, upgrade, withActions } from './house/carded.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { Hook } from './house/hooks.js';
import { type House, openHouse } from './house/house.js';
import { ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { Receiver } from './house/receiver.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let receiver: Receiver;
let ravi: Agent;
let noor: Line;

beforeAll(async () => {
  house = await openHouse();
  receiver = await Receiver.open();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(withActions(larkspur), [
    { email: 'ravi@gmail.com', name: 'Ravi', role: 'developer' },
    { email: 'noor@gmail.com', name: 'Noor' },
  ]);
  ravi = await desks.agent('larkspur', 'ravi@gmail.com');
  noor = await desks.line('larkspur', 'noor@gmail.com');
});
afterAll(async () => {
  noor.close();
  await desks.close();
  await house.close();
  await receiver.close();
});
let hook: Hook;
afterEach(async () => {
  house.resetClock();
  await hook.remove();
});

const of = (types: readonly { type: string }[]) => types.map(({ type }) => type);

test('a conversation is told from its beginning to its end, in its order, signed as the library demands', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened', 'conversation.taken', 'conversation.ended']);
  const ada = await Consumer.verified(house, larkspur, { sub: 'told' });
  const { conversation } = await ada.say('A first line');
  await take(noor, conversation);
  await noor.get('conversation:end', { conversation });
  const told = await hook.received(3);
  expect(of(told)).toEqual(['conversation.opened', 'conversation.taken', 'conversation.ended']);
  const [first] = told;
  expect(first?.data).toMatchObject({ conversation, consumer: { issuer: ISSUER, subject: 'told' } });
  expect(new Set(told.map(({ id }) => id)).size).toBe(3);
  expect(JSON.stringify(told)).not.toContain('A first line');
  ada.close();
});

test('a sign-in, what it told and a sign-out are told; values of facts only where somebody asked for them', async () => {
  const types = ['consumer.verified', 'facts.changed', 'consumer.signed_out', 'assurance.changed'] as const;
  hook = await Hook.make(ravi, receiver, types);
  const open = await Hook.make(ravi, receiver, ['facts.changed'], { facts: true });
  const ada = await Consumer.verified(house, larkspur, { sub: 'facts', account_number: 'LM-2026' });
  await ada.page.signOut(ada.session.token);
  const told = await hook.received(5);
  expect(new Set(of(told))).toEqual(new Set(types));
  const facts = told.find(({ type }) => type === 'facts.changed')?.data['facts'];
  expect(facts).toContainEqual(
    expect.objectContaining({
      name: 'account_number',
      provenance: expect.objectContaining({ source: 'id_token' }),
    }),
  );
  expect(JSON.stringify(told)).not.toContain('LM-2026');
  expect(JSON.stringify(await open.received(1))).toContain('LM-2026');
  await open.remove();
  ada.close();
});

test('a push is told once, although it takes away before it brings', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'pushed' });
  const backend = await Backend.of(house, 'larkspur');
  const push = (version: number) =>
    backend.put('pushed', {
      version,
      asOf: house.now().toISOString(),
      facts: { account_status: `v${version}` },
    });
  await push(1);
  hook = await Hook.make(ravi, receiver, ['facts.changed']);
  await push(2);
  const [told] = await hook.received(1);
  expect(told?.data).toMatchObject({ connection: 'site', source: 'brand_server' });
  expect(await hook.log()).toHaveLength(1);
  ada.close();
});

test('what was said is told to whoever asked, and its text only to whoever asked for that', async () => {
  hook = await Hook.make(ravi, receiver, ['message.created']);
  const open = await Hook.make(ravi, receiver, ['message.created'], { texts: true });
  const guest = await Consumer.anonymous(house, larkspur);
  await guest.say('Only for those who asked');
  const [told] = await hook.received(1);
  expect(told?.data).toMatchObject({
    consumer: null,
    message: { from: 'consumer', stamp: { assurance: 'anonymous' } },
  });
  expect(JSON.stringify(told)).not.toContain('Only for');
  expect(JSON.stringify(await open.received(1))).toContain('Only for those who asked');
  await open.remove();
  guest.close();
});

test('whoever reads what was sent is written down', async () => {
  hook = await Hook.make(ravi, receiver, ['conversation.opened']);
  const guest = await Consumer.anonymous(house, larkspur);
  await guest.say('Looked at later');
  await hook.received(1);
  const { delivery } = await hook.latest(({ delivery }) => delivery.state === 'delivered');
  const looks = await house.database.auditEntry.findMany({ where: { action: 'delivery_seen' } });
  expect(looks.at(-1)).toMatchObject({
    actor: expect.stringMatching(/^agent /),
    detail: { endpoint: hook.id, delivery: delivery.id },
  });
  guest.close();
});

test('a card is told each time it stands otherwise, and what it says only where values of facts may go', async () => {
  hook = await Hook.make(ravi, receiver, ['card.changed']);
  const open = await Hook.make(ravi, receiver, ['card.changed'], { facts: true });
  const ada = await Consumer.verified(house, larkspur, { sub: 'carded' });
  const { conversation } = await ada.say('Is there anything better?');
  const backend = await Backend.of(house, 'larkspur');
  await backend.push('carded', 1, records);
  await take(noor, conversation);
  const card = await proposed(noor, conversation, upgrade);
  await ada.line.get('card:answer', { card: card.id, answer: 'decline' });
  const told = await hook.received(2);
  const data = (state: string) => ({
    conversation,
    consumer: expect.objectContaining({ subject: 'carded' }),
    agent: expect.any(String),
    card: { id: card.id, kind: 'offer', state },
  });
  // Exactly so: there is no room for an amount.
  expect(told.map((one) => one.data)).toEqual([data('proposed'), data('declined')]);
  const [first] = await open.received(2);
  expect(first?.data['card']).toMatchObject({ state: 'proposed', body: { difference: { amount: '10.00' } } });
  await open.remove();
  ada.close();
});

test('who is erased is told as erased, and no earlier event names them any more', async () => {
  hook = await Hook.make(ravi, receiver, ['consumer.verified', 'consumer.erased']);
  receiver.status(hook.path, 500);
  const ada = await Consumer.verified(house, larkspur, { sub: 'forgotten' });
  await hook.latest(({ attempts }) => attempts.length > 0);
  const { id } = await house.database.consumer.findFirstOrThrow({ where: { subject: 'forgotten' } });
  // What failed is not sent again before its time: until then nobody is told who they were.
  receiver.status(hook.path, 200);
  await house.operator.call('DELETE', `larkspur/consumers/${id}`);
  const [erased] = await hook.log();
  expect(erased).toMatchObject({ type: 'consumer.erased', consumer: id });
  house.later({ seconds: 6 });
  const told = (await hook.received(3)).slice(1);
  expect(told.map(({ data }) => data['consumer'])).toEqual([{ id }, { id }]);
  ada.close();
});

test('what a receiver answered of a stranger’s words is gone with whoever the stranger turned out to be', async () => {
  hook = await Hook.make(ravi, receiver, ['message.created'], { texts: true });
  receiver.answer(hook.path, (response, { body }) =>
    response.end(`had: ${JSON.parse(body).data.message.text}`),
  );
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Samphire is my word');
  const kept = await hook.latest(({ attempts }) => attempts.length > 0);
  expect(kept.attempts[0]?.answer).toBe('had: Samphire is my word');
  const ada = await guest.proves(larkspur, { sub: 'samphire' });
  await ada.line.get('conversation:merge', { conversation, accept: true });
  const { id } = await house.database.consumer.findFirstOrThrow({ where: { subject: 'samphire' } });
  await house.operator.call('DELETE', `larkspur/consumers/${id}`);
  const { attempts } = await hook.latest(({ delivery }) => delivery.state === 'delivered');
  expect(attempts.map(({ answer }) => answer)).toEqual(['']);
  ada.close();
});

test('what a receiver answers after somebody was erased is not kept', async () => {
  hook = await Hook.make(ravi, receiver, ['consumer.verified']);
  const held: (() => void)[] = [];
  receiver.answer(hook.path, (response) => held.push(() => response.end('Sorrel Adeyemi, 12 Elm Road')));
  const ada = await Consumer.verified(house, larkspur, { sub: 'sorrel' });
  await hook.received(1);
  const { id } = await house.database.consumer.findFirstOrThrow({ where: { subject: 'sorrel' } });
  await house.operator.call('DELETE', `larkspur/consumers/${id}`);
  for (const answer of held) answer();
  const { attempts } = await hook.latest(({ delivery }) => delivery.state === 'delivered');
  expect(attempts.map(({ answer }) => answer)).toEqual(['']);
  ada.close();
});

test('what a former address answers says nothing of the one an endpoint has now', async () => {
  hook = await Hook.make(ravi, receiver, ['consumer.verified']);
  const held: (() => void)[] = [];
  receiver.answer(hook.path, (response) => held.push(() => response.writeHead(410).end()));
  const ada = await Consumer.verified(house, larkspur, { sub: 'moves' });
  await hook.received(1);
  const moved = { url: receiver.url('/moved'), types: ['consumer.verified'], on: true };
  expect((await hook.ask('PUT', '', moved)).status).toBe(200);
  for (const answer of held) answer();
  await hook.latest(({ delivery }) => delivery.state === 'given_up');
  expect((await hook.ask('GET')).as(webhookView)).toMatchObject({ state: 'on', url: moved.url });
  ada.close();
});

test('an endpoint that failed is tried at once at another address', async () => {
  hook = await Hook.make(ravi, receiver, ['consumer.verified']);
  await house.database.webhookEndpoint.updateMany({
    where: { id: hook.id },
    data: { state: 'failing', failures: 9, failingSince: house.now(), pausedUntil: new Date('2999-01-01') },
  });
  const moved = { url: receiver.url('/mended'), types: ['consumer.verified'], on: true };
  expect((await hook.ask('PUT', '', moved)).as(webhookView)).toMatchObject({
    state: 'on',
    failingSince: null,
  });
  const ada = await Consumer.verified(house, larkspur, { sub: 'mended' });
  await expect.poll(() => receiver.at('/mended').length, { timeout: 20_000 }).toBe(1);
  ada.close();
});
