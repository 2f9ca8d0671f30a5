import { randomUUID } from 'node:crypto';
import type { ConversationStatus, ConversationSummary, IdentityPanel, Message } from '@countersign/contracts';
import { sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AgeingService } from '../dist/identity/ageing.service.js';
import { panelOf, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  mara = await desks.line('larkspur', 'mara@gmail.com');
});
afterEach(() => house.resetClock());
afterAll(async () => {
  mara.close();
  await desks.close();
  await house.close();
});

type Resumed = { conversation: ConversationStatus; messages: Message[] };
const texts = (messages: readonly Message[]) => messages.flatMap(({ text }) => (text === '' ? [] : [text]));
const resume = (who: Consumer, conversation: string, after = 0) =>
  who.line.get<Resumed>('conversation:resume', { conversation, after });
const merge = (who: Consumer, conversation: string, accept = true) =>
  who.line.get<ConversationStatus | null>('conversation:merge', { conversation, accept });
const said = (conversation: string, text: string) => ({ clientId: randomUUID(), conversation, text });
const rowOf = (id: string) => house.database.conversation.findFirstOrThrow({ where: { id } });
const look = () => house.app.get(AgeingService).look();

/** Somebody who has said something anonymously, which the agent has taken, and who has signed in since. */
async function offered(sub: string, words = 'Who am I?') {
  const guest = await Consumer.anonymous(house, larkspur);
  await guest.line.get('page:facts', { facts: { viewing: 'Phones' } });
  const { conversation } = await guest.say(words);
  await take(mara, conversation);
  await watch(mara, conversation);
  const ada = await guest.proves(larkspur, { sub });
  return { guest, ada, conversation };
}

test('what was said anonymously goes on as the person who is proven, once they confirm it', async () => {
  const { ada, conversation } = await offered('merging');
  expect(ada.session).toMatchObject({ conversation: null, offer: { conversation, lastNumber: 3 } });
  expect(await merge(ada, conversation)).toMatchObject({ id: conversation, state: 'taken', agent: 'Mara' });
  const { messages } = await resume(ada, conversation);
  expect(messages.map(({ event, text }) => event?.kind ?? text)).toEqual([
    'opened',
    'Who am I?',
    'taken',
    'signed_in',
  ]);
  expect(messages.at(-1)).toMatchObject({ event: { by: 'Ada Larch' }, stamp: { assurance: 'verified' } });
  expect(messages[1]?.stamp.assurance).toBe('anonymous');
  const panel = await panelOf(mara, conversation, ({ who }) => who.name === 'Ada Larch');
  expect(panel.history.map(({ kind }) => kind)).toEqual(['anonymous', 'merged']);
  expect(panel.history.at(-1)).toMatchObject({ issuerLabel: 'Larkspur', attempt: ada.session.attempt });
  await mara.hears<ConversationSummary>(
    'queue:changed',
    (row) => row.id === conversation && row.name === 'Ada Larch' && row.assurance === 'verified',
  );
  expect((await ada.say('It is me', conversation)).number).toBe(5);
  const audited = await house.database.auditEntry.findFirstOrThrow({
    where: { action: 'conversation_merged', detail: { path: ['conversation'], equals: conversation } },
  });
  expect(audited.actor).toBe(`consumer ${(await rowOf(conversation)).consumerId}`);
  ada.close();
});

test('while a conversation is offered nobody writes in it or reads it, and the agent is not told who came', async () => {
  const { ada, conversation } = await offered('asked');
  const other = await Consumer.verified(house, larkspur, { sub: 'bystander' });
  for (const { line } of [ada, other]) {
    expect(await line.problem('conversation:resume', { conversation, after: 0 })).toBe(
      'conversation_not_found',
    );
    expect(await line.problem('message:send', said(conversation, 'Me'))).toBe('conversation_not_found');
    expect(await line.problem('message:read', { conversation, number: 1 })).toBe('conversation_not_found');
    expect(await line.get('conversation:earlier', { before: null })).toBeNull();
  }
  expect(await other.line.problem('conversation:merge', { conversation, accept: true })).toBe(
    'merge_not_offered',
  );
  for (const unconfirmed of [false, true])
    expect(await mara.problem('message:send', { ...said(conversation, 'Hello?'), unconfirmed })).toBe(
      'identity_unconfirmed',
    );
  expect(await mara.problem('identity:request', { conversation, kind: 'sign-in' })).toBe(
    'identity_unconfirmed',
  );
  const panel = await panelOf(mara, conversation, ({ who }) => who.assurance === 'ended');
  expect(panel).toMatchObject({ who: { name: null }, mayRequest: null });
  expect(panel.history.map(({ kind }) => kind)).toEqual(['anonymous']);
  expect((await rowOf(conversation)).lastNumber).toBe(3);
  ada.close();
  other.close();
});

test('another tab, and a renewal, are offered what the first was', async () => {
  const { ada, conversation } = await offered('tabs');
  const tab = (await ada.page.resume('tabs')).as(sessionView);
  expect(tab.offer).toEqual({ conversation, lastNumber: 3 });
  const renewed = await ada.proves(larkspur, { sub: 'tabs' }, { reason: 'renew' });
  expect(renewed.session.offer?.conversation).toBe(conversation);
  expect(await merge(renewed, conversation)).toMatchObject({ id: conversation });
  renewed.close();
});

test('an answer that is sent again is answered as the first time', async () => {
  const { ada, conversation } = await offered('twice');
  const first = await merge(ada, conversation);
  expect(await merge(ada, conversation)).toEqual(first);
  expect((await resume(ada, conversation)).messages).toHaveLength(4);
  ada.close();
});

test('who declines leaves what was said anonymously to nobody', async () => {
  const { ada, conversation } = await offered('declining');
  expect(await merge(ada, conversation, false)).toBeNull();
  expect(await rowOf(conversation)).toMatchObject({ state: 'ended', consumerId: null, linkedTo: null });
  await mara.hears<Message>(
    'message:new',
    (one) => one.conversation === conversation && one.event?.kind === 'ended',
  );
  const panel = await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'switched');
  expect(panel.history.at(-1)).toMatchObject({ issuerLabel: null, attempt: null });
  expect(panel.who.name).toBeNull();
  expect(await ada.line.problem('conversation:merge', { conversation, accept: true })).toBe(
    'merge_not_offered',
  );
  expect((await ada.page.resume('declining')).as(sessionView)).toMatchObject({
    offer: null,
    conversation: null,
  });
  ada.close();
});

test('an offer that nobody answers for ten minutes is closed, unlinked', async () => {
  const { ada, conversation } = await offered('silent');
  house.later({ minutes: 9 });
  await look();
  expect((await rowOf(conversation)).state).toBe('taken');
  house.later({ minutes: 1 });
  expect(await ada.line.problem('conversation:merge', { conversation, accept: true })).toBe(
    'merge_not_offered',
  );
  expect((await ada.page.resume('silent')).as(sessionView).offer).toBeNull();
  await look();
  expect(await rowOf(conversation)).toMatchObject({ state: 'ended', consumerId: null, linkedTo: null });
  ada.close();
});

test.each([
  ['signs out', (ada: Consumer) => ada.page.signOut(ada.session.token)],
  ['gives way to another person', (ada: Consumer) => ada.proves(larkspur, { sub: 'another-one' })],
  ['goes on anonymously', (ada: Consumer) => ada.page.anonymous('site')],
])('an offer ends with the session it was made to: who %s answers no more', async (how, leave) => {
  const { ada, conversation } = await offered(`leaving-${how.split(' ')[0]}`);
  await leave(ada);
  await mara.hears<Message>(
    'message:new',
    (one) => one.conversation === conversation && one.event?.kind === 'ended',
  );
  expect(await rowOf(conversation)).toMatchObject({ state: 'ended', consumerId: null });
});

test('nothing is offered where somebody was proven by this key before', async () => {
  const ben = await Consumer.verified(house, larkspur, { sub: 'here-before' });
  const guest = await Consumer.join(house, ben.page, await ben.page.anonymous('site'));
  const { conversation } = await guest.say('Anonymous again');
  await watch(mara, conversation);
  const ada = await guest.proves(larkspur, { sub: 'here-now' });
  expect(ada.session.offer).toBeNull();
  await mara.hears<Message>(
    'message:new',
    (one) => one.conversation === conversation && one.event?.kind === 'ended',
  );
  expect(await ada.line.problem('conversation:merge', { conversation, accept: true })).toBe(
    'merge_not_offered',
  );
  ada.close();
});

test('nothing is offered half an hour after the last anonymous word, whatever the agent has said since', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Back in a moment');
  await take(mara, conversation);
  house.later({ minutes: 25 });
  await mara.get('message:send', said(conversation, 'Take your time'));
  house.later({ minutes: 6 });
  expect((await guest.proves(larkspur, { sub: 'slow' })).session.offer).toBeNull();
});

test('what the page said of the visitor is not said of the person they turn out to be', async () => {
  const { ada, conversation } = await offered('paged');
  const before = await watch(mara, conversation);
  expect(before.panel.page.map(({ name }) => name)).toEqual(['viewing']);
  await merge(ada, conversation);
  const panel = await panelOf(mara, conversation, ({ who }) => who.name !== null);
  expect(panel.page).toEqual([]);
  ada.close();
});

test('who has a conversation elsewhere goes on there, and reads what they said anonymously above it', async () => {
  const phone = await Consumer.verified(house, larkspur, { sub: 'elsewhere' });
  const open = (await phone.say('From the phone')).conversation;
  const { ada, conversation } = await offered('elsewhere', 'From the laptop');
  expect(ada.session).toMatchObject({ conversation: { id: open }, offer: { conversation } });
  const before = (await resume(phone, open)).messages;
  expect(await merge(ada, conversation)).toMatchObject({ id: open, state: 'waiting' });
  expect(await merge(ada, conversation)).toMatchObject({ id: open });
  expect(await rowOf(conversation)).toMatchObject({ state: 'ended', linkedTo: open });
  // No number is rewritten, here or there.
  const after = (await resume(phone, open)).messages;
  expect(after.slice(0, before.length)).toEqual(before);
  expect(texts(after)).toEqual(['From the phone']);
  for (const { line } of [ada, phone]) {
    const above = await line.get<Resumed>('conversation:earlier', { before: open });
    expect(above.conversation).toMatchObject({ id: conversation, state: 'ended' });
    expect(texts(above.messages)).toEqual(['From the laptop']);
    expect(above.messages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(await line.get('conversation:earlier', { before: conversation })).toBeNull();
  }
  const { panel } = await watch(mara, open);
  const kinds = ({ history }: IdentityPanel) => history.map(({ kind }) => kind);
  const told = kinds(panel).includes('merged')
    ? panel
    : await panelOf(mara, open, (one) => kinds(one).includes('merged'));
  expect(kinds(told)).toContain('merged');
  for (const one of [ada, phone]) one.close();
});

test('a conversation that begins while another is joined is not a second one', async () => {
  const { ada, conversation } = await offered('racing');
  const phone = await Consumer.verified(house, larkspur, { sub: 'racing' });
  await Promise.all([merge(ada, conversation), phone.say('At the same time')]);
  const { consumerId } = await rowOf(conversation);
  const open = await house.database.conversation.findMany({
    where: { consumerId, state: { not: 'ended' } },
  });
  expect(open).toHaveLength(1);
  for (const one of [ada, phone]) one.close();
});
