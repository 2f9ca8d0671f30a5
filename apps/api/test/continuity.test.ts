import { randomUUID } from 'node:crypto';
import type { ConsumerRead, ConversationStatus, Message } from '@countersign/contracts';
import { sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { answer, panelOf, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { goodClaims } from './house/envelope.js';
import { type House, OPERATOR_KEY, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { signIn } from './house/sign-in.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let juniper: Larkspur;

beforeAll(async () => {
  house = await openHouse({ COUNTERSIGN_TEST_CLOCK: '1' });
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site'), implicit('lenient', { onRejected: 'anonymous' })]);
  juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
});
afterEach(() => moved({ reset: true }));
afterAll(async () => {
  await desks.close();
  await house.close();
});

const moved = async (change: { advanceSeconds: number } | { reset: true }): Promise<void> => {
  const headers = { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' };
  const body = JSON.stringify(change);
  const answer = await fetch(`${house.url}/v1/operator/test-clock`, { method: 'PUT', headers, body });
  expect(answer.status).toBe(200);
};
const minutes = (count: number) => moved({ advanceSeconds: count * 60 });
const atDesk = (): Promise<Line> => desks.line('larkspur', 'mara@gmail.com');

type Earlier = { conversation: ConversationStatus; messages: Message[]; earlier: boolean } | null;
const earlier = (who: Consumer, before: string | null) =>
  who.line.get<Earlier>('conversation:earlier', { before });
const readNumber = async (who: Consumer, subject: string): Promise<number | undefined> =>
  (await who.page.resume(subject)).as(sessionView).conversation?.readNumber;

test('what is read on one device is read on all, and is never unread again', async () => {
  const mara = await atDesk();
  const laptop = await Consumer.verified(house, larkspur, { sub: 'reader' });
  const { conversation } = await laptop.say('Hello');
  const phone = await Consumer.verified(house, larkspur, { sub: 'reader' });
  await take(mara, conversation);
  const { number } = await answer(mara, conversation, 'Hello Ada');
  for (const one of [laptop, phone]) expect(await readNumber(one, 'reader')).toBe(0);
  await phone.line.get('message:read', { conversation, number });
  expect(await laptop.line.hears<ConsumerRead>('read:changed')).toEqual({ conversation, number });
  await laptop.line.get('message:read', { conversation, number: 1 });
  for (const one of [laptop, phone]) expect(await readNumber(one, 'reader')).toBe(number);
  expect(laptop.line.all('read:changed')).toHaveLength(1);
  await phone.line.get('message:read', { conversation, number: number + 500 });
  expect(await readNumber(laptop, 'reader')).toBe(number);
  const { conversation: status } = await laptop.line.get<{ conversation: ConversationStatus }>(
    'conversation:resume',
    { conversation, after: number },
  );
  expect(status.readNumber).toBe(number);
  for (const one of [laptop, phone]) one.close();
  mara.close();
});

test('nobody marks as read what is not theirs', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'read-by-nobody' });
  const { conversation } = await ada.say('Mine');
  const others = [
    await Consumer.verified(house, larkspur, { sub: 'curious' }),
    await Consumer.verified(house, juniper, { sub: 'read-by-nobody' }),
    await Consumer.anonymous(house, larkspur),
  ];
  for (const { line } of others) {
    expect(await line.problem('message:read', { conversation, number: 1 })).toBe('conversation_not_found');
    expect(await line.problem('conversation:earlier', { before: conversation })).toBe(
      'conversation_not_found',
    );
    expect(await line.get('conversation:earlier', { before: null })).toBeNull();
    line.close();
  }
  expect(await readNumber(ada, 'read-by-nobody')).toBe(0);
  ada.close();
});

test('whoever has an open conversation, and had none before, is told that nothing is before it', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'first-time' });
  expect(ada.session).toMatchObject({ conversation: null, earlier: false });
  const { conversation } = await ada.say('My first');
  const tab = await Consumer.verified(house, larkspur, { sub: 'first-time' });
  expect(tab.session).toMatchObject({ conversation: { id: conversation }, earlier: false });
  const other = await Consumer.verified(house, juniper, { sub: 'returning' });
  expect(other.session.earlier).toBe(false);
  for (const one of [ada, tab, other]) one.close();
});

test('who comes back after a week, on another device, finds what was said, newest first', async () => {
  const said: string[] = [];
  for (const words of ['About my bill', 'About my phone']) {
    const ada = await Consumer.verified(house, larkspur, { sub: 'returning' });
    const { conversation } = await ada.say(words);
    await ada.line.get('conversation:end', { conversation });
    said.push(conversation);
    ada.close();
    await minutes(7 * 24 * 60);
  }
  const back = await Consumer.verified(house, larkspur, { sub: 'returning' });
  expect(back.session).toMatchObject({ conversation: null, earlier: true });
  const [first, second] = said;
  const latest = await earlier(back, null);
  expect(latest).toMatchObject({ conversation: { id: second, state: 'ended' }, earlier: true });
  expect(latest?.messages.map(({ text }) => text)).toContain('About my phone');
  expect(await earlier(back, second ?? '')).toMatchObject({ conversation: { id: first }, earlier: false });
  expect(await earlier(back, first ?? '')).toBeNull();
  const { conversation } = await back.say('About both');
  expect((await earlier(back, conversation))?.conversation.id).toBe(second);
  back.close();
});

test('who comes back after a week finds a conversation that nobody ended going on', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'left-open' });
  const { conversation } = await ada.say('Is anybody there?');
  const mara = await atDesk();
  await take(mara, conversation);
  await answer(mara, conversation, 'Yes');
  await minutes(7 * 24 * 60);
  const back = await Consumer.verified(house, larkspur, { sub: 'left-open' });
  expect(back.session.conversation).toMatchObject({ id: conversation, readNumber: 0 });
  await back.say('Thank you', conversation);
  back.close();
  mara.close();
});

test('of a long conversation the last two hundred messages come back', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'talkative' });
  const { conversation } = await ada.say('0');
  for (let left = 0; left < 210; left += 30)
    await Promise.all(Array.from({ length: 30 }, (_, at) => ada.say(`${left + at}`, conversation)));
  const { messages = [] } = (await earlier(ada, null)) ?? {};
  expect(messages).toHaveLength(200);
  expect(messages.at(-1)?.number).toBe(212);
  ada.close();
});

test('a visitor reads again what was said in this browser, and nothing of another', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('First question');
  await guest.line.get('conversation:end', { conversation });
  const again = await Consumer.join(house, guest.page, await guest.page.anonymous('site'));
  expect((await earlier(again, null))?.conversation.id).toBe(conversation);
  const other = await Consumer.anonymous(house, larkspur);
  expect(await earlier(other, null)).toBeNull();
  for (const one of [again, other]) one.close();
});

test('a renewal goes on live: the phone hears what the laptop says before and after it', async () => {
  const mara = await atDesk();
  const laptop = await Consumer.verified(house, larkspur, { sub: 'live' });
  const { conversation } = await laptop.say('One');
  await take(mara, conversation);
  await watch(mara, conversation);
  const phone = await Consumer.verified(house, larkspur, { sub: 'live' });
  for (let passed = 0; passed < 50; passed += 25) {
    await minutes(25);
    await mara.get('message:read', { conversation, number: 1 });
  }
  const renewed = await laptop.proves(larkspur, { sub: 'live' }, { reason: 'renew' });
  expect(renewed.session).toMatchObject({
    family: laptop.session.family,
    conversation: { id: conversation },
  });
  expect(phone.session.family).not.toBe(laptop.session.family);
  const { number } = await renewed.say('Two', conversation);
  await phone.line.hears<Message>('message:new', (one) => one.number === number);
  await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'renewed');
  for (const one of [renewed, phone]) one.close();
  mara.close();
});

test('a renewal answered with another person ends the former one in every tab, and begins a family of its own', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'ada-was-here' });
  const { conversation } = await ada.say('Mine alone');
  const view = (await ada.page.resume('ada-was-here')).as(sessionView);
  const tab = await Consumer.join(house, ada.page, view);
  const ben = await ada.proves(larkspur, { sub: 'ben-is-here', name: 'Ben' }, { reason: 'renew' });
  for (const { line } of [ada, tab]) {
    expect(await line.hears('session:changed')).toMatchObject({ assurance: 'ended', why: 'switched' });
    await line.hears('disconnect');
  }
  expect(ben.session.family).not.toBe(ada.session.family);
  expect(ben.session).toMatchObject({ conversation: null, offer: null, request: null });
  expect(await earlier(ben, null)).toBeNull();
  expect(await ben.line.problem('conversation:earlier', { before: conversation })).toBe(
    'conversation_not_found',
  );
  ben.close();
});

/** Somebody known renews with what is no new proof: what was there before is there after it. */
async function renewsBadly(connection: string, reason: string, unchanged = false): Promise<void> {
  const own = { sub: `unchanged-${randomUUID()}`, jti: randomUUID() };
  const page = await larkspur.page();
  const ada = await Consumer.verified(house, larkspur, own, page, connection);
  const { conversation } = await ada.say('Hello');
  const attempt = await page.attempt(connection, 'renew');
  const same = await larkspur.signer.sign({ ...goodClaims(attempt, house.now()), ...own });
  const refused = await page.prove(attempt, { idToken: unchanged ? same : 'rubbish' });
  expect(refused.problem()).toMatchObject({ code: 'proof_rejected', reason });
  const view = (await page.resume(own.sub)).as(sessionView);
  expect(view).toMatchObject({ session: ada.session.session, assurance: 'verified' });
  await ada.say('Still here', conversation);
  ada.close();
}

test('a renewal answered with the proof that is in use ends nothing', () =>
  renewsBadly('site', 'proof_unchanged', true));

test('a renewal that is refused ends nothing', () => renewsBadly('site', 'proof_malformed'));

test('a renewal that is refused ends nothing where others may go on anonymously', () =>
  renewsBadly('lenient', 'proof_malformed'));

test('a device that is coming in is told of a conversation that began after it had signed in', async () => {
  const phone = await larkspur.page();
  const { session } = await signIn(house, larkspur, phone, { sub: 'two-devices' });
  expect(session.conversation).toBeNull();
  const laptop = await Consumer.verified(house, larkspur, { sub: 'two-devices' });
  const { conversation } = await laptop.say('From the laptop.');
  const late = await Consumer.join(house, phone, session);
  expect(await late.line.hears('conversation:changed')).toMatchObject({ id: conversation, lastNumber: 2 });
  late.close();
  laptop.close();
});
