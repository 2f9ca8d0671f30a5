import {
  type ConversationSummary,
  conversationDetail,
  conversationList,
  messagePage,
} from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Agent;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  mara = await desks.agent('larkspur', 'mara@gmail.com');
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

const list = async (state: 'open' | 'ended'): Promise<ConversationSummary[]> =>
  (await mara.call('GET', `/conversations?state=${state}`)).as(conversationList).conversations;

test('who has just begun to wait stands first, who has an answer last, who has ended elsewhere', async () => {
  const line = await mara.connect();
  const [answered, first, second, done] = await Promise.all(
    ['answered', 'first', 'second', 'done'].map((sub) =>
      Consumer.verified(house, larkspur, { sub, name: sub }),
    ),
  );
  if (!answered || !first || !second || !done) throw new Error('Four were opened');
  const ids: string[] = [];
  for (const one of [answered, first, second, done]) ids.push((await one.say('Hello')).conversation);
  await line.get('conversation:take', { conversation: ids[0] });
  await line.get('message:send', { clientId: 'answer-0001', conversation: ids[0], text: 'Hi' });
  await done.line.get('conversation:end', { conversation: ids[3] });
  expect((await list('open')).map(({ name }) => name)).toEqual(['second', 'first', 'answered']);
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

test('a query of another form is refused in words', async () => {
  expect((await mara.call('GET', '/conversations?state=lost')).problem().code).toBe('request_malformed');
  expect((await mara.call('GET', '/conversations/not-an-id')).problem().code).toBe('request_malformed');
});
