import { createPool, createPrisma, type Pool, type PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../dist/common/database.js';
import { ConversationsRepository } from '../dist/conversations/conversations.repository.js';
import { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type Places, reads, refused, writes } from './house/forgetful.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const SECRET = 'Only for Juniper';
let house: House;
let desks: Desks;
let larkspur: Larkspur;
let juniper: Larkspur;
let chatting: readonly Consumer[];
let mara: Agent;
let places: Places;
/** As the service asks. */
let pool: Pool;
let prisma: PrismaClient;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  mara = await desks.agent('larkspur', 'mara@gmail.com');
  const [ada, gus] = await Promise.all([
    Consumer.verified(house, larkspur, { sub: 'ada' }),
    Consumer.verified(house, juniper, { sub: 'gus' }),
  ]);
  chatting = [ada, gus];
  await ada.say('Only for Larkspur');
  const { conversation } = await gus.say(SECRET);
  const { sessionId, familyId, consumer } = await house.database.conversation.findFirstOrThrow({
    where: { id: conversation },
    include: { consumer: true },
  });
  const own = await house.database.conversation.findFirstOrThrow({ where: { brandId: larkspur.view.id } });
  const { hash } = await house.database.sessionToken.findFirstOrThrow({ where: { sessionId } });
  places = {
    own: larkspur.view.id,
    ownSession: own.sessionId,
    brand: juniper.view.id,
    conversation,
    session: sessionId,
    family: familyId,
    consumer: String(consumer?.id),
    issuer: String(consumer?.issuerId),
    token: hash,
  };
  pool = createPool(house.databaseUrl, 3);
  prisma = createPrisma(pool);
});
afterAll(async () => {
  for (const one of chatting) one.close();
  await prisma.$disconnect();
  await pool.end();
  await desks.close();
  await house.close();
});

/** How many rows it concerned; it is taken back. */
async function concerned(from: Pool, statement: string): Promise<number> {
  const client = await from.connect();
  try {
    await client.query('BEGIN');
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
const asLarkspur = (statement: string) => pool.within(places.own, () => concerned(pool, statement));

async function fromAbove(statement: string): Promise<number> {
  const above = createPool(house.adminUrl, 1);
  try {
    return await concerned(above, statement);
  } finally {
    await above.end();
  }
}

describe('a question that forgets the brand, and what it would have found', () => {
  test.each([...reads, ...writes])('%s', async (_, statementOf) => {
    const statement = statementOf(places, SECRET);
    expect(await fromAbove(statement)).toBeGreaterThan(0);
    expect(await asLarkspur(statement)).toBe(0);
    expect(await concerned(pool, statement)).toBe(0);
  });

  test.each(refused)('%s is refused', async (_, statementOf) => {
    const statement = statementOf(places, SECRET);
    expect(await fromAbove(statement)).toBeGreaterThan(0);
    await expect(asLarkspur(statement)).rejects.toThrow('row-level security');
  });

  test('by Prisma', async () => {
    const texts = (rows: { text: string }[]) => rows.map(({ text }) => text).includes(SECRET);
    expect(texts(await house.database.message.findMany())).toBe(true);
    await pool.within(places.own, async () => {
      expect(texts(await prisma.message.findMany())).toBe(false);
      expect(await prisma.conversation.findFirst({ where: { id: places.conversation } })).toBeNull();
      expect(await prisma.consumer.count({ where: { id: places.consumer } })).toBe(0);
      const ended = { where: { id: places.session }, data: { endReason: 'forgotten' } };
      expect(await prisma.session.updateMany(ended)).toEqual({ count: 0 });
      expect(await prisma.pageFact.deleteMany({ where: { sessionId: places.session } })).toEqual({
        count: 0,
      });
      const brands = await prisma.brand.findMany({ include: { connections: true, issuers: true } });
      expect(brands.map(({ slug }) => slug)).toEqual(['larkspur']);
    });
  });
});

test('a function of the asker’s own sees no row before the wall does', async () => {
  const blurts = `CREATE FUNCTION pg_temp.blurts(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
    $$ BEGIN IF $1 = '${SECRET}' THEN RAISE EXCEPTION 'seen: %', $1; END IF; RETURN true; END $$;
    SELECT count(*) FROM messages WHERE pg_temp.blurts(text)`;
  await expect(fromAbove(blurts)).rejects.toThrow(SECRET);
  await expect(asLarkspur(blurts)).resolves.toBeDefined();
});

test('a view and a copy of a whole table hold what the asker may see, and no more', async () => {
  const people = await house.database.consumer.findMany();
  const own = people.filter(({ brandId }) => brandId === places.own).length;
  await pool.within(places.own, async () => {
    const client = await pool.connect();
    try {
      await client.query('CREATE TEMP VIEW everybody AS SELECT * FROM consumers');
      for (const all of [
        'SELECT FROM everybody',
        'COPY consumers TO STDOUT',
        'COPY (SELECT * FROM consumers) TO STDOUT',
      ])
        expect([all, (await client.query(all)).rowCount]).toEqual([all, own]);
    } finally {
      client.release(true);
    }
  });
  expect(await fromAbove('COPY consumers TO STDOUT')).toBe(people.length);
  expect(people.length).toBeGreaterThan(own);
});

test('a statement that is prepared once answers each brand with its own', async () => {
  const single = createPool(house.databaseUrl, 1);
  const statement = {
    name: 'wall.prepared',
    text: 'SELECT text FROM messages WHERE "from" = $1',
    values: ['consumer'],
  };
  const texts = async () => (await single.query<{ text: string }>(statement)).rows.map(({ text }) => text);
  // Six times: from then on PostgreSQL may keep one plan for all values.
  for (let time = 0; time < 6; time += 1) {
    expect(await single.within(places.brand, texts)).toEqual([SECRET]);
    expect(await single.within(places.own, texts)).toEqual(['Only for Larkspur']);
    expect(await texts()).toEqual([]);
  }
  await single.end();
});

test.each([
  ['in the middle of a transaction', 'SELECT 1'],
  ['in the middle of one that failed', 'SELECT 1 / 0'],
])('a connection that comes back %s is of no brand to the next', async (_, last) => {
  const single = createPool(house.databaseUrl, 1);
  await single.within(places.brand, async () => {
    const client = await single.connect();
    await client.query('BEGIN');
    await client.query(last).catch(() => undefined);
    client.release();
  });
  const secrets = () =>
    single.within(
      places.own,
      async () => (await single.query(`SELECT FROM messages WHERE text = '${SECRET}'`)).rowCount,
    );
  expect(await secrets()).toBe(0);
  await single.within(places.own, () => single.query('ROLLBACK'));
  expect(await secrets()).toBe(0);
  await single.end();
});

test('two brands that ask at once, on a few connections, each get their own', async () => {
  const asked = Array.from({ length: 300 }, (_, at) => (at % 2 === 0 ? places.own : places.brand));
  const answers = await Promise.all(
    asked.map((brand, at) =>
      pool.within(brand, async () => {
        if (at % 5 === 0)
          return prisma.$transaction(async (tx) => (await tx.message.findMany()).map((row) => row.brandId));
        if (at % 3 === 0) return (await prisma.message.findMany()).map((row) => row.brandId);
        const { rows } = await pool.query<{ brandId: string }>('SELECT brand_id AS "brandId" FROM messages');
        return rows.map((row) => row.brandId);
      }),
    ),
  );
  for (const [at, brands] of answers.entries()) expect(new Set(brands)).toEqual(new Set([asked[at]]));
});

test('where a repository forgets the brand, an agent of another sees nothing all the same', async () => {
  const conversations = house.app.get(ConversationsRepository);
  const database = house.app.get(Database);
  const right = conversations.byId;
  const asked: string[] = [];
  conversations.byId = (brandId, id) => {
    asked.push(id);
    return database.within(brandId, async (client) => {
      const row = await client.conversation.findFirst({ where: { id }, include: { agent: true } });
      return row ? { ...row, state: row.state as 'waiting' } : undefined;
    });
  };
  try {
    const answer = await mara.call('GET', `/conversations/${places.conversation}`);
    expect(answer.problem().code).toBe('conversation_not_found');
    expect(asked).toEqual([places.conversation]);
    const own = await house.database.conversation.findFirstOrThrow({ where: { brandId: places.own } });
    expect((await mara.call('GET', `/conversations/${own.id}`)).status).toBe(200);
  } finally {
    conversations.byId = right;
  }
});
