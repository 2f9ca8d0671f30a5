import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createListener,
  createPool,
  createPrisma,
  type Embedded,
  makeRoles,
  migrate,
  type Pool,
  startEmbedded,
} from '../dist/index.js';
import { type Site, site } from './postgres.js';

const passwords = { ownerPassword: 'of-the-owner', apiPassword: 'of-the-api' };
const LARKSPUR = '01890000-0000-7000-8000-00000000000a';
const JUNIPER = '01890000-0000-7000-8000-00000000000b';
type Row = { brand: string; pid: number };
const WHOSE = `SELECT current_setting('countersign.brand', true) AS brand, pg_backend_pid() AS pid`;

let place: Site;
let server: Embedded;
let api: string;
let pool: Pool;
beforeAll(async () => {
  place = await site();
  server = await startEmbedded(place.options);
  const urls = await makeRoles(server.url, passwords);
  await migrate(urls.owner);
  api = urls.api;
  pool = createPool(api, 1);
});
afterAll(async () => {
  await pool.end();
  await place.clear();
});

const whose = async () => (await pool.query<Row>(WHOSE)).rows[0];

test('one connection that changes hands is of each brand in its turn, and of none outside', async () => {
  const first = await pool.within(LARKSPUR, whose);
  const second = await pool.within(JUNIPER, whose);
  const third = await whose();
  expect([first?.brand, second?.brand, third?.brand]).toEqual([LARKSPUR, JUNIPER, '']);
  expect(new Set([first?.pid, second?.pid, third?.pid]).size).toBe(1);
});

test('many who ask at once each ask as their own brand', async () => {
  const several = createPool(api, 3);
  const asked = Array.from({ length: 60 }, (_, at) => [LARKSPUR, JUNIPER, ''][at % 3] ?? '');
  const answers = await Promise.all(
    asked.map((brand) => several.within(brand, async () => (await several.query<Row>(WHOSE)).rows[0]?.brand)),
  );
  await several.end();
  expect(answers).toEqual(asked);
});

test('a transaction that failed leaves the connection to the next brand as its own', async () => {
  const failed = pool.within(LARKSPUR, async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT 1 / 0');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
  await expect(failed).rejects.toThrow('division by zero');
  expect((await pool.within(JUNIPER, whose))?.brand).toBe(JUNIPER);
  expect((await pool.within(LARKSPUR, whose))?.brand).toBe(LARKSPUR);
});

test('Prisma asks within the brand too, in a transaction and outside', async () => {
  const prisma = createPrisma(pool);
  const alone = await pool.within(LARKSPUR, async () => await prisma.$queryRawUnsafe<Row[]>(WHOSE));
  const inside = await pool.within(JUNIPER, () =>
    prisma.$transaction(async (tx) => await tx.$queryRawUnsafe<Row[]>(WHOSE)),
  );
  await prisma.$disconnect();
  expect([alone[0]?.brand, inside[0]?.brand]).toEqual([LARKSPUR, JUNIPER]);
});

test('a connection that is ended while nobody asks anything of it ends no process', async () => {
  const several = createPool(api, 1);
  const admin = createListener(server.url);
  await admin.connect();
  const client = await several.within(LARKSPUR, () => several.connect());
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await admin.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
  const stillAnswers = () =>
    client.query('SELECT 1').then(
      () => true,
      () => false,
    );
  await expect.poll(stillAnswers).toBe(false);
  client.release(true);
  expect((await several.within(LARKSPUR, () => several.query<Row>(WHOSE))).rows[0]?.brand).toBe(LARKSPUR);
  await admin.end();
  await several.end();
});
