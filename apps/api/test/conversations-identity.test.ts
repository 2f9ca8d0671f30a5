import { randomUUID } from 'node:crypto';
import type { ConversationDetail, ConversationSummary, Message, SessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgeingService } from '../dist/identity/ageing.service.js';
import { panelOf, take, watch } from './house/agent.js';
import { Backend } from './house/backend.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let backend: Backend;
let mara: Line;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  backend = await Backend.of(house, 'larkspur');
  mara = await desks.line('larkspur', 'mara@gmail.com');
});
afterAll(async () => {
  mara.close();
  await desks.close();
  await house.close();
});

/** Time goes by while the agent is at the desk. */
const pass = async (minutes: number, conversation: string) => {
  for (let left = minutes; left > 0; left -= 20) {
    house.later({ minutes: Math.min(left, 20) });
    await mara.get('message:read', { conversation, number: 1 });
  }
};

test('a renewal by the same person goes on in the same conversation', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'renewing' });
  const { conversation } = await ada.say('Hello');
  await take(mara, conversation);
  await watch(mara, conversation);
  const renewed = await Consumer.verified(house, larkspur, { sub: 'renewing' }, ada.page);
  expect(await ada.line.hears('session:changed')).toMatchObject({ assurance: 'ended', why: 'replaced' });
  await ada.line.hears('disconnect');
  expect(renewed.session.conversation?.id).toBe(conversation);
  await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'renewed');
  expect(await renewed.say('Still me', conversation)).toMatchObject({ number: 4 });
  renewed.close();
});

test('another person on the same browser inherits nothing', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'first-person' });
  const { conversation } = await ada.say('My secret');
  await ada.line.get('page:facts', { facts: { viewing: 'My bills' } });
  await take(mara, conversation);
  await watch(mara, conversation);
  const ben = await Consumer.verified(house, larkspur, { sub: 'second-person', name: 'Ben' }, ada.page);
  expect(await ada.line.hears('session:changed')).toMatchObject({ why: 'switched' });
  expect(ben.session.conversation).toBeNull();
  expect(await ben.line.problem('conversation:resume', { conversation, after: 0 })).toBe(
    'conversation_not_found',
  );
  expect(await ben.line.problem('message:send', { clientId: randomUUID(), conversation, text: 'Me' })).toBe(
    'conversation_not_found',
  );
  const panel = await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'switched');
  expect(panel.who.name).toBe('Ada Larch');
  expect(panel.history.at(-1)).toMatchObject({ issuerLabel: null, attempt: null });
  const bens = await ben.say('Hello');
  expect(bens.conversation).not.toBe(conversation);
  ben.close();
});

test('an anonymous conversation closes unlinked when somebody signs in who may not have been it', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Who am I?');
  await watch(mara, conversation);
  house.later({ minutes: 31 });
  const ada = await Consumer.verified(house, larkspur, { sub: 'was-anonymous' }, guest.page);
  expect(ada.session).toMatchObject({ conversation: null, offer: null });
  await mara.hears<Message>(
    'message:new',
    (one) => one.conversation === conversation && one.event?.kind === 'ended',
  );
  const row = await house.database.conversation.findFirstOrThrow({ where: { id: conversation } });
  expect(row).toMatchObject({ state: 'ended', consumerId: null });
  expect(await ada.line.problem('conversation:resume', { conversation, after: 0 })).toBe(
    'conversation_not_found',
  );
  ada.close();
  house.resetClock();
});

test('the same person on another device goes on where they were', async () => {
  const phone = await Consumer.verified(house, larkspur, { sub: 'two-devices' });
  const { conversation } = await phone.say('From the phone');
  const laptop = await Consumer.verified(house, larkspur, { sub: 'two-devices' });
  expect(laptop.session.conversation?.id).toBe(conversation);
  await phone.line.hears<Message>('message:new', ({ event }) => event?.kind === 'signed_in');
  const { number } = await laptop.say('From the laptop', conversation);
  await phone.line.hears<Message>('message:new', (one) => one.number === number);
  phone.close();
  laptop.close();
});

test('signing out ends the line and tells the agent at once', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'leaving' });
  const { conversation } = await ada.say('Bye');
  await take(mara, conversation);
  await watch(mara, conversation);
  await ada.page.signOut(ada.session.token);
  expect(await ada.line.hears('session:changed')).toMatchObject({ assurance: 'ended', why: 'signed_out' });
  await ada.line.hears('disconnect');
  await mara.hears<Message>(
    'message:new',
    (one) => one.conversation === conversation && one.event?.kind === 'signed_out',
  );
  const panel = await panelOf(mara, conversation, ({ who }) => who.assurance === 'ended');
  expect(panel.history.at(-1)?.kind).toBe('signed_out');
  await mara.hears<ConversationSummary>(
    'queue:changed',
    (row) => row.id === conversation && row.assurance === 'ended',
  );
});

test('who signs out at the brand is not told as another person, and their facts are as of then', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'gone' });
  const { conversation } = await ada.say('Bye');
  await take(mara, conversation);
  const { panel: before } = await watch(mara, conversation);
  expect((await ada.page.resume(null)).status).toBe(204);
  const after = await panelOf(mara, conversation, ({ who }) => who.assurance === 'ended');
  expect(after.history.at(-1)?.kind).toBe('ended');
  expect(Date.parse(after.who.holdsUntil ?? '')).toBeLessThan(Date.parse(before.who.holdsUntil ?? ''));
  ada.close();
});

test('the brand’s backend ends every device of a consumer', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'everywhere' });
  const more = await Consumer.verified(house, larkspur, { sub: 'everywhere' });
  expect((await backend.endSessions('everywhere')).json()).toEqual({ ended: 2 });
  for (const { line } of [ada, more]) await line.hears('disconnect');
});

test('a proof that runs out is told to both sides without being asked', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'ageing' });
  const { conversation } = await ada.say('Hello');
  await take(mara, conversation);
  await watch(mara, conversation);
  const ageing = house.app.get(AgeingService);
  await ageing.look();
  await pass(60, conversation);
  await ageing.look();
  const mine = (event: Pick<SessionView, 'session'>) => event.session === ada.session.session;
  expect(await ada.line.hears('session:changed', mine)).toMatchObject({ assurance: 'stale', why: null });
  const stale = await panelOf(mara, conversation, ({ who }) => who.assurance === 'stale');
  expect(stale.history.at(-1)?.kind).toBe('stale');
  await pass(10, conversation);
  await ageing.look();
  await ada.line.hears('disconnect');
  await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'ended');
  house.resetClock();
});

test('each message carries the assurance that held when it was stored', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'stamped' });
  const { conversation } = await ada.say('fresh');
  await take(mara, conversation);
  await pass(50, conversation);
  await ada.say('due', conversation);
  await pass(15, conversation);
  const unsure = { clientId: randomUUID(), conversation, text: 'while stale' };
  await mara.get('message:send', { ...unsure, unconfirmed: true });
  house.resetClock();
  const { messages } = await ada.line.get<ConversationDetail>('conversation:resume', {
    conversation,
    after: 0,
  });
  const stamps = messages.filter(({ from }) => from !== 'system').map(({ stamp }) => stamp.assurance);
  expect(stamps).toEqual(['verified', 'due', 'stale']);
  ada.close();
});
