import { auditView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { RetentionService } from '../dist/consumers/retention.service.js';
import { Consumer } from './house/consumer.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site')]);
});
afterEach(() => house.resetClock());
afterAll(() => house.close());

const keep = (conversationDays?: number) =>
  house.operator.put('larkspur', { ...larkspur.brand, ...(conversationDays ? { conversationDays } : {}) });
const sweep = () => house.app.get(RetentionService).sweep();
const DAY = 24 * 60;

/** One that has ended, and one that goes on. */
async function said(sub: string) {
  const ada = await Consumer.verified(house, larkspur, { sub });
  const { conversation } = await ada.say('It is over');
  await ada.line.get('conversation:end', { conversation });
  const open = (await ada.say('It goes on')).conversation;
  ada.close();
  return { conversation, open };
}
const there = async (id: string) => (await house.database.conversation.count({ where: { id } })) > 0;

test('a conversation is forgotten with all its lines when the days of its brand are over, and no sooner', async () => {
  await keep(30);
  const { conversation, open } = await said('kept-30');
  house.later({ minutes: 30 * DAY - 1 });
  expect(await sweep()).toBe(0);
  house.later({ minutes: 2 });
  expect(await sweep()).toBe(1);
  expect(await there(conversation)).toBe(false);
  expect(await there(open)).toBe(true);
  expect(await house.database.message.count({ where: { conversationId: conversation } })).toBe(0);
  const [entry] = await house.database.auditEntry.findMany({ where: { action: 'conversations_expired' } });
  expect(entry).toMatchObject({ actor: 'service', detail: { days: 30, conversations: 1 } });
  expect((await house.operator.call('GET', 'larkspur/audit')).as(auditView).whole).toBe(true);
});

test('without days of its own a brand keeps conversations', async () => {
  await keep();
  const { conversation } = await said('kept');
  house.later({ minutes: 4_000 * DAY });
  expect(await sweep()).toBe(0);
  expect(await there(conversation)).toBe(true);
});
