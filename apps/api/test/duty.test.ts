import { type Answering, brandView, type DutyChanged, embedView } from '@countersign/contracts';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DutyDeliveries } from '../dist/realtime/duty-deliveries.js';
import type { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { freshDatabase, type House, openHouse, WORKSPACE } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import { Line } from './house/socket.js';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
/** Two processes that hear nothing of each other but what stands in the database. */
let near: House;
let far: House;
let rows: PrismaClient;
let desks: Desks;
let larkspur: Larkspur;
let mara: Agent;
let noor: Agent;

beforeAll(async () => {
  fresh = await freshDatabase();
  rows = createPrisma(fresh.adminUrl);
  const shared = { MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), DATABASE_URL: fresh.url };
  near = await openHouse({ ...shared, PROCESS_NAME: 'near' });
  far = await openHouse({ ...shared, PROCESS_NAME: 'far', PUBLIC_URL: near.url });
  desks = await Desks.open(near);
  larkspur = await makeLarkspur(near, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'noor@gmail.com', name: 'Noor' },
    { email: 'never@gmail.com', name: 'Never came' },
  ]);
  mara = await desks.agent('larkspur', 'mara@gmail.com');
  noor = await desks.agent('larkspur', 'noor@gmail.com');
});
afterAll(async () => {
  await Promise.all([near.close(), far.close()]);
  await desks.close();
  await rows.$disconnect();
  await fresh.drop();
});

const onDuty = ({ agents }: DutyChanged) => agents.filter(({ on }) => on).map(({ name }) => name);
/** What was told last is so, now or soon. */
const hearsOnDuty = (line: Line, names: readonly string[]) =>
  line.hears<DutyChanged>('duty:changed', () => {
    const last = line.all<DutyChanged>('duty:changed').at(-1);
    return last !== undefined && onDuty(last).join() === names.join();
  });
const hearsAnswering = (line: Line, wanted: boolean) =>
  line.hears<Answering>(
    'duty:changed',
    () => line.all<Answering>('duty:changed').at(-1)?.answering === wanted,
  );
const farDesk = (agent: Agent) =>
  Line.open(`${far.url}/agent`, { origin: WORKSPACE, cookie: agent.browser.cookies(near.url) });
async function pageIsAnswered(): Promise<boolean> {
  const address = `${near.url}/v1/embed/larkspur?connection=site`;
  const response = await fetch(address, { headers: { origin: ORIGIN } });
  return embedView.parse(await response.json()).answering;
}

test('a brand with nobody on duty says so to its page and to who has the chat open, and names nobody', async () => {
  const guest = await Consumer.anonymous(near, larkspur);
  await hearsAnswering(guest.line, false);
  const line = await mara.connect();
  await hearsOnDuty(line, ['Mara']);
  const [first] = line.all<DutyChanged>('duty:changed');
  // Who was invited and never came is nobody to give a conversation to.
  expect(first?.agents.map(({ name }) => name)).toEqual(['Mara', 'Noor']);
  await hearsAnswering(guest.line, true);

  await line.get('duty:set', { on: false });
  await hearsOnDuty(line, []);
  await guest.line.hears('duty:changed', () => guest.line.all('duty:changed').length === 3);
  expect(guest.line.all('duty:changed')).toEqual([
    { answering: false },
    { answering: true },
    { answering: false },
  ]);
  await line.get('duty:set', { on: true });
  guest.close();
  line.close();
});

test('whoever comes first is told once that nobody answers, also when it is looked for at that moment', async () => {
  const quiet = await makeLarkspur(near, [implicit('site')], { slug: 'quiet' });
  const deliveries = near.app.get(DutyDeliveries);
  const guest = await Consumer.anonymous(near, quiet);
  await hearsAnswering(guest.line, false);
  await deliveries['look']();
  await expect.poll(() => deliveries['gathered'].runs(quiet.view.id)).toBe(false);
  // What was told before this answer is here before it.
  await guest.say('Hello');
  expect(guest.line.all('duty:changed')).toEqual([{ answering: false }]);
  guest.close();
});

test('what an agent says of being available outlives their session', async () => {
  const line = await mara.connect();
  await line.get('duty:set', { on: false });
  line.close();
  const again = await mara.connect();
  expect(onDuty(await again.hears<DutyChanged>('duty:changed'))).toEqual([]);
  await again.get('duty:set', { on: true });
  await hearsOnDuty(again, ['Mara']);
  again.close();
});

test('another process shows who is on duty here, and that they went when this one dies without a word', async () => {
  const guest = await Consumer.anonymous(near, larkspur);
  const there = await farDesk(noor);
  await hearsAnswering(guest.line, true);
  // As a process leaves it that was killed: what it said last runs out.
  await rows.$executeRaw`INSERT INTO agent_presence (brand_id, agent_id, process, until)
    SELECT brand_id, id, 'killed', now() + interval '4 seconds' FROM agents WHERE name = 'Mara'`;
  await hearsOnDuty(there, ['Mara', 'Noor']);
  await hearsOnDuty(there, ['Noor']);
  there.close();
  guest.close();
});

test('an agent who is removed is off duty at once, and the page of the brand says when nobody is left', async () => {
  const guest = await Consumer.anonymous(near, larkspur);
  const line = await mara.connect();
  await hearsAnswering(guest.line, true);
  const { agents } = (await near.operator.call('GET', 'larkspur')).as(brandView);
  const id = agents.find(({ name }) => name === 'Mara')?.id;
  await near.operator.call('DELETE', `larkspur/agents/${id}`);
  await line.hears('session:ended');
  await hearsAnswering(guest.line, false);
  expect(await pageIsAnswered()).toBe(false);
  guest.close();
});

test('whether somebody is available is a yes or a no', async () => {
  const line = await noor.connect();
  expect(await line.problem('duty:set', { on: 'perhaps' })).toBe('request_malformed');
  line.close();
});
