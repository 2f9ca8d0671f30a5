import { sessionView } from '@countersign/contracts';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgeingService } from '../dist/identity/ageing.service.js';
import { panelOf, take, watch } from './house/agent.js';
import { Backend } from './house/backend.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { freshDatabase, type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import { Relay } from './house/relay.js';

const NOOR = 'noor@larkspur.example';
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let relay: Relay;
/** That of both: a house looks at one of its own. */
let database: PrismaClient;
/** Two processes of one service; the line of the second to the database can be cut. */
let near: House;
let far: House;
let larkspur: Larkspur;
let desks: Desks;
let backend: Backend;

beforeAll(async () => {
  fresh = await freshDatabase();
  relay = await Relay.to(fresh.url);
  database = createPrisma(fresh.adminUrl);
  const shared = { MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), DATABASE_URL: fresh.url };
  near = await openHouse(shared);
  far = await openHouse({ ...shared, DATABASE_URL: relay.url, PUBLIC_URL: near.url });
  larkspur = await makeLarkspur(near, [implicit('site')]);
  desks = await Desks.open(near);
  await desks.staff(larkspur, [{ email: NOOR, name: 'Noor' }]);
  backend = await Backend.of(near, 'larkspur');
});
afterAll(async () => {
  await Promise.all([near.close(), far.close()]);
  await desks.close();
  await relay.cut();
  await database.$disconnect();
  await fresh.drop();
});

/** The same session in a tab that the other process serves. */
async function farTab({ page }: Consumer, sub: string): Promise<Consumer> {
  const elsewhere = page.through(far.url);
  return Consumer.join(far, elsewhere, (await elsewhere.resume(sub)).as(sessionView), ORIGIN);
}

test('a logout at one process closes the tabs of the other', async () => {
  const here = await Consumer.verified(near, larkspur, { sub: 'cust-1' });
  const there = await farTab(here, 'cust-1');
  // Told to whoever has been let in: before that the door alone is shut.
  await there.line.hears('duty:changed');
  await here.page.signOut(here.session.token);
  await there.line.hears('disconnect');
  expect(there.line.all<object>('session:changed')).toMatchObject([{ why: 'signed_out' }]);
});

test('an agent at another process sees the panel flip', async () => {
  const consumer = await Consumer.verified(near, larkspur, { sub: 'cust-2' });
  const { conversation } = await consumer.say('Where is my parcel?');
  const desk = await (await desks.agent('larkspur', NOOR)).connect();
  await take(desk, conversation);
  await watch(desk, conversation);
  // Ended by the process that the agent is not connected to.
  await fetch(`${far.url}/v1/connections/site/consumers/cust-2/sessions/end`, {
    method: 'POST',
    headers: { authorization: `Bearer ${backend.key}` },
  });
  const panel = await panelOf(desk, conversation, ({ who }) => who.assurance === 'revoked');
  expect(panel.history.at(-1)?.kind).toBe('revoked');
  desk.close();
});

test('a proof that grows old is told at both processes, and noted once', async () => {
  const here = await Consumer.verified(near, larkspur, { sub: 'cust-old' });
  const there = await farTab(here, 'cust-old');
  const { conversation } = await here.say('I will be right back.');
  // At both before either looks: each finds out by itself.
  for (const house of [near, far]) house.later({ minutes: 61 });
  await Promise.all([near, far].map((house) => house.app.get(AgeingService).look()));
  const stale = ({ assurance }: { assurance: string }) => assurance === 'stale';
  await Promise.all([here, there].map(({ line }) => line.hears('session:changed', stale)));
  const noted = () =>
    database.identityEvent.count({ where: { conversationId: conversation, kind: 'stale' } });
  await expect.poll(noted, { timeout: 10_000 }).toBe(1);
  for (const house of [near, far]) house.resetClock();
});

test('a process that heard nothing for a while closes what has ended meanwhile', async () => {
  const here = await Consumer.verified(near, larkspur, { sub: 'cust-3' });
  const there = await farTab(here, 'cust-3');
  await there.say('I am here.');
  await relay.cut();
  await here.page.signOut(here.session.token);
  await here.line.hears('disconnect');
  expect(there.line.socket.connected).toBe(true);
  await relay.mend();
  await there.line.hears('disconnect');
  expect(there.line.all<object>('session:changed')).toMatchObject([{ why: 'signed_out' }]);
});
