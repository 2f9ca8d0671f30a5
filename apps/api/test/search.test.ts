import { searchResult } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, answer, take } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const MANY = 20_000;

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Agent;
let theo: Agent;
let lead: Agent;
let stranger: Agent;
/** With Mara, and ended. */
let had: string;

const find = async (who: Agent, words: string) =>
  (await who.call('GET', `/search?words=${encodeURIComponent(words)}`)).as(searchResult);
const texts = async (who: Agent, words: string) =>
  (await find(who, words)).found.map(({ parts }) => parts.map(({ text }) => text).join(''));

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'theo@gmail.com', name: 'Theo' },
    { email: 'lead@gmail.com', name: 'Lea', role: 'lead' },
  ]);
  const juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(juniper, [{ email: 'mei@gmail.com', name: 'Mei', role: 'lead' }]);
  mara = await desks.agent('larkspur', 'mara@gmail.com');
  theo = await desks.agent('larkspur', 'theo@gmail.com');
  lead = await desks.agent('larkspur', 'lead@gmail.com');
  stranger = await desks.agent('juniper', 'mei@gmail.com');
  const ada = await Consumer.verified(house, larkspur, { sub: 'ada', name: 'Ada Osei' });
  had = (await ada.say('The refund of November did not arrive, <b>please</b> look')).conversation;
  await ada.say('فاتورة نوفمبر خاطئة تمامًا', had);
  await ada.say('我的账单不对', had);
  const line = await mara.connect();
  await take(line, had);
  await answer(line, had, 'I refunded it today');
  await line.get('conversation:end', { conversation: had });
  line.close();
  ada.close();
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

test('what was said is found by the beginnings of its words, with the place it stands at and what was found in it', async () => {
  const { found, more } = await find(mara, 'refun nov');
  expect(more).toBe(false);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    conversation: had,
    number: 2,
    name: 'Ada Osei',
    state: 'ended',
    from: 'consumer',
  });
  expect(found[0]?.parts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['refund', 'November']);
  expect((await find(mara, 'REFUND')).found.map(({ number, by }) => [number, by])).toEqual([
    [6, 'Mara'],
    [2, null],
  ]);
});

test.each([
  ['from right to left', 'فاتورة', 'فاتورة نوفمبر خاطئة تمامًا'],
  ['by the beginning of a word from right to left', 'نوف', 'فاتورة نوفمبر خاطئة تمامًا'],
  ['without spaces', '我的', '我的账单不对'],
])('a language written %s is found', async (_, words, text) => {
  expect(await texts(mara, words)).toEqual([text]);
});

test('what is shown of a find begins where it was said, with a short word as with a long one', async () => {
  expect(await texts(mara, 'refunded')).toEqual(['I refunded it today']);
});

test('an agent finds what was said in conversations they have or had, a lead in all, another brand nothing', async () => {
  expect(await texts(theo, 'refund')).toEqual([]);
  expect((await texts(lead, 'refund')).length).toBe(2);
  expect(await texts(stranger, 'refund')).toEqual([]);
});

test('that a lead looked through everything is on record, and not what for', async () => {
  await find(lead, 'November');
  const entries = await house.database.auditEntry.findMany({ where: { action: 'conversations_searched' } });
  expect(entries.map(({ detail }) => detail)).toContainEqual({ found: 1 });
  expect(JSON.stringify(entries)).not.toContain('November');
});

test.each(["'", "' | 'x':* ) --", 'a & | ! b', ':*', '\\', '%', 'refund:*', '<->'])(
  'a question of signs, %s, is answered or refused, and never fails',
  async (words) => {
    const { status } = await mara.call('GET', `/search?words=${encodeURIComponent(words)}`);
    expect([200, 400]).toContain(status);
  },
);

test('a question without a word is refused in words', async () => {
  const problem = (await mara.call('GET', '/search?words=%20%20')).problem();
  expect(problem.errors).toEqual([{ path: 'words', message: 'names no word' }]);
});

test('of many lines those with the word are found by the index of words, and none is read for nothing', async () => {
  const { brandId } = await house.database.conversation.findFirstOrThrow({ where: { id: had } });
  await house.database.$executeRaw`
    INSERT INTO messages (brand_id, id, conversation_id, number, "from", text, at, stamp_assurance)
    SELECT ${brandId}::uuid, gen_random_uuid(), ${had}::uuid, 100 + n, 'consumer', 'Line ' || md5(n::text), now(), 'anonymous'
    FROM generate_series(1, ${MANY}::int) AS n`;
  await house.database
    .$executeRaw`INSERT INTO messages (brand_id, id, conversation_id, number, "from", text, at, stamp_assurance)
    VALUES (${brandId}::uuid, gen_random_uuid(), ${had}::uuid, 50000, 'consumer', 'A single periwinkle', now(), 'anonymous')`;
  await house.database.$executeRaw`ANALYZE messages`;
  const plan = await house.database.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
    `EXPLAIN SELECT m.id FROM messages m WHERE m.brand_id = '${brandId}' AND m.text <> ''
      AND to_tsvector('simple'::regconfig, m.text) @@ to_tsquery('simple', 'periwin:*') ORDER BY m.at DESC LIMIT 51`,
  );
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on \S*(words|tsvector)/);
  // And by the function itself: each use is counted.
  const uses = async () => {
    const [row] = await house.database.$queryRaw<{ uses: bigint }[]>`
      SELECT coalesce(sum(s.idx_scan), 0)::bigint AS uses FROM pg_stat_user_indexes s
      JOIN pg_index i ON i.indexrelid = s.indexrelid JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'gin'`;
    return Number(row?.uses ?? 0);
  };
  expect(await texts(mara, 'periwin')).toEqual([expect.stringContaining('periwinkle')]);
  await expect.poll(uses, { timeout: 10_000 }).toBeGreaterThan(0);
});
