import {
  type ConversationSummary,
  conversationDetail,
  conversationList,
  messagePage,
} from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, answer, take } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Agent;
let noor: Agent;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'noor@gmail.com', name: 'Noor' },
  ]);
  mara = await desks.agent('larkspur', 'mara@gmail.com');
  noor = await desks.agent('larkspur', 'noor@gmail.com');
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

const list = async (state: 'open' | 'ended'): Promise<ConversationSummary[]> =>
  (await mara.call('GET', `/conversations?state=${state}`)).as(conversationList).conversations;

test('who has waited longest stands first, so that no limit cuts them off; who has an answer last, who has ended elsewhere', async () => {
  const line = await mara.connect();
  const [answered, first, second, done] = await Promise.all(
    ['answered', 'first', 'second', 'done'].map((sub) =>
      Consumer.verified(house, larkspur, { sub, name: sub }),
    ),
  );
  if (!answered || !first || !second || !done) throw new Error('Four were opened');
  const ids: string[] = [];
  for (const one of [answered, first, second, done]) ids.push((await one.say('Hello')).conversation);
  await take(line, ids[0] ?? '');
  await line.get('message:send', { clientId: 'answer-0001', conversation: ids[0], text: 'Hi' });
  await done.line.get('conversation:end', { conversation: ids[3] });
  expect((await list('open')).map(({ name }) => name)).toEqual(['first', 'second', 'answered']);
  expect((await list('ended')).map(({ name, state }) => [name, state])).toEqual([['done', 'ended']]);
  for (const one of [answered, first, second, done]) one.close();
  line.close();
});

test('earlier messages come before a number, in order', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('one');
  await guest.say('two', conversation);
  await guest.say('three', conversation);
  const whole = (await mara.call('GET', `/conversations/${conversation}`)).as(conversationDetail);
  expect(whole.messages.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(whole.conversation).toMatchObject({ name: null, assurance: 'anonymous', unread: 3, lastNumber: 4 });
  const page = (await mara.call('GET', `/conversations/${conversation}/messages?before=4`)).as(messagePage);
  expect(page.messages.map(({ text }) => text)).toEqual(['', 'one', 'two']);
  guest.close();
});

test('a queue longer than a page is read page by page, and counted whole', async () => {
  const guests = await Promise.all([...Array(205).keys()].map(() => Consumer.anonymous(house, larkspur)));
  const said = await Promise.all(guests.map((guest) => guest.say('Hello')));
  const ids = new Set(said.map(({ conversation }) => conversation));
  const page = async (after?: string) =>
    (
      await mara.call('GET', `/conversations?state=open${after ? `&after=${encodeURIComponent(after)}` : ''}`)
    ).as(conversationList);
  const first = await page();
  expect(first.conversations).toHaveLength(200);
  expect(first.counts.waiting).toBeGreaterThanOrEqual(205);
  const second = await page(first.next ?? '');
  expect(second.next).toBeNull();
  expect(second.counts).toEqual(first.counts);
  const found = [...first.conversations, ...second.conversations];
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(found).toHaveLength(first.counts.yours + first.counts.waiting + first.counts.withOthers);
  for (const id of ids) expect(found.some((row) => row.id === id)).toBe(true);
  const waits = found.map(({ waitingSince }) => waitingSince ?? '~');
  expect(waits).toEqual(waits.toSorted());
  for (const guest of guests) guest.close();
});

test('a query of another form is refused in words', async () => {
  expect((await mara.call('GET', '/conversations?state=lost')).problem().code).toBe('request_malformed');
  expect((await mara.call('GET', '/conversations?after=page-2')).problem().code).toBe('request_malformed');
  expect((await mara.call('GET', '/conversations/not-an-id')).problem().code).toBe('request_malformed');
});

test('an agent who takes or answers a conversation has read it that far, and nobody else has', async () => {
  const line = await mara.connect();
  const otherLine = await noor.connect();
  const heard = (of: Line, unread: number, lastNumber: number) =>
    of.hears<ConversationSummary>(
      'queue:changed',
      (row) => row.id === conversation && row.unread === unread && row.lastNumber === lastNumber,
    );
  const eve = await Consumer.verified(house, larkspur, { sub: 'eve', name: 'Eve' });
  const { conversation, number } = await eve.say('Is anybody there?');
  await heard(line, 1, number);

  const taken = await take(line, conversation);
  expect(taken.unread).toBe(0);
  await heard(line, 0, number + 1);
  await heard(otherLine, 1, number + 1);

  await eve.say('One more thing.', conversation);
  await heard(line, 1, number + 2);
  await answer(line, conversation, 'I am.');
  await heard(line, 0, number + 3);
  await heard(otherLine, 2, number + 3);
  for (const one of [eve, line, otherLine]) one.close();
});
