import { type ConversationDetail, conversationDetail, ratingFigures } from '@countersign/contracts';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { freshDatabase, type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let house: House;
let rows: PrismaClient;
let desks: Desks;
let larkspur: Larkspur;
let mara: Agent;
let lead: Agent;

beforeAll(async () => {
  fresh = await freshDatabase();
  rows = createPrisma(fresh.adminUrl);
  house = await openHouse({ DATABASE_URL: fresh.url });
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'lena@gmail.com', name: 'Lena', role: 'lead' },
  ]);
  mara = await desks.agent('larkspur', 'mara@gmail.com');
  lead = await desks.agent('larkspur', 'lena@gmail.com');
});
afterAll(async () => {
  await house.close();
  await desks.close();
  await rows.$disconnect();
  await fresh.drop();
});

/** A conversation that has ended, of somebody proven. */
async function ended(subject: string) {
  const consumer = await Consumer.verified(house, larkspur, { sub: subject, name: 'Ada Osei' });
  const { conversation } = await consumer.say('Thank you, that is all');
  await consumer.line.get('conversation:end', { conversation });
  return { consumer, conversation };
}
const seen = async (conversation: string): Promise<ConversationDetail> =>
  (await mara.call('GET', `/conversations/${conversation}`)).as(conversationDetail);

test('what a consumer thought of a conversation is said once, changed, and read by agents', async () => {
  const { consumer, conversation } = await ended('rates');
  expect((await seen(conversation)).conversation.rating).toBeUndefined();
  await consumer.line.get('conversation:rate', { conversation, score: 2, comment: 'It took long' });
  expect((await seen(conversation)).conversation.rating).toMatchObject({ score: 2, comment: 'It took long' });
  await consumer.line.get('conversation:rate', { conversation, score: 4 });
  expect((await seen(conversation)).conversation.rating).toMatchObject({ score: 4, comment: null });
  expect(await rows.$queryRaw`SELECT count(*)::int AS n FROM conversation_ratings`).toEqual([{ n: 1 }]);
});

test('nobody rates a conversation that goes on, that is another’s, or that is long over', async () => {
  const { consumer, conversation } = await ended('late');
  const other = await Consumer.verified(house, larkspur, { sub: 'other', name: 'Ben' });
  const open = await other.say('Hello');
  const rate = (by: Consumer, input: object) => by.line.problem('conversation:rate', input);
  expect(await rate(other, { conversation, score: 1 })).toBe('conversation_not_found');
  expect(await rate(other, { conversation: open.conversation, score: 1 })).toBe('conversation_open');
  for (const score of [0, 6, 2.5, '5'])
    expect(await rate(consumer, { conversation, score })).toBe('request_malformed');
  await rows.$executeRaw`UPDATE conversations SET ended_at = ended_at - interval '25 hours' WHERE id = ${conversation}::uuid`;
  expect(await rate(consumer, { conversation, score: 5 })).toBe('rating_closed');
});

test('leads read figures and nobody’s words, and other agents do not', async () => {
  const { consumer, conversation } = await ended('figures');
  await consumer.line.get('conversation:rate', { conversation, score: 5, comment: 'Quick' });
  expect((await mara.call('GET', '/ratings')).problem().code).toBe('lead_required');
  const figures = (await lead.call('GET', '/ratings')).as(ratingFigures);
  expect(figures).toMatchObject({ days: 30, rated: 2, average: 4.5, scores: [0, 0, 0, 1, 1] });
  expect(JSON.stringify(figures)).not.toContain('Quick');
});

test('what a consumer thought goes with them when they are erased', async () => {
  const { consumer, conversation } = await ended('erased');
  await consumer.line.get('conversation:rate', { conversation, score: 1, comment: 'Never again' });
  await rows.$executeRaw`SELECT erase_conversations((SELECT brand_id FROM conversations WHERE id = ${conversation}::uuid),
    ARRAY[${conversation}::uuid])`;
  const left =
    await rows.$queryRaw`SELECT 1 FROM conversation_ratings WHERE conversation_id = ${conversation}::uuid`;
  expect(left).toEqual([]);
});
