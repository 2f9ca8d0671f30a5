import { afterAll, beforeAll, expect, test } from 'vitest';
import { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Reply } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

test('of a thousand events that one socket sends at once, those beyond a full outbox are refused in words', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Hello');
  const replies = await Promise.all(
    Array.from({ length: 1_000 }, () => guest.line.ask('typing', { conversation, on: true })),
  );
  const refused = replies.filter((reply): reply is Extract<Reply<unknown>, { ok: false }> => !reply.ok);
  expect(new Set(refused.map(({ problem }) => problem.code))).toEqual(new Set(['rate_limited']));
  expect(refused.length).toBeLessThanOrEqual(800);
  expect((await guest.say('Still here', conversation)).text).toBe('Still here');
  guest.close();
});

test('a session holds fifty sockets, and the next has room once one is gone', async () => {
  const first = await Consumer.anonymous(house, larkspur);
  const join = () => Consumer.join(house, first.page, first.session);
  const tabs = await Promise.all(Array.from({ length: 49 }, join));
  await expect(join()).rejects.toMatchObject({ data: { code: 'rate_limited' } });
  const other = await Consumer.anonymous(house, larkspur);
  const away = tabs[0]?.line.hears('disconnect');
  tabs[0]?.close();
  await away;
  await expect.poll(() => join().then((tab) => tabs.push(tab)), { timeout: 10_000 }).toBeGreaterThan(0);
  for (const tab of [first, other, ...tabs]) tab.close();
});

test('departures of agents from one address are limited, and the sign-in page is told', async () => {
  const small = await openHouse({ RATE_LIMIT_PER_MINUTE: '5' });
  const ways = await Desks.open(small);
  await ways.staff(await makeLarkspur(small, [implicit('site')]), [
    { email: 'mara@gmail.com', name: 'Mara' },
  ]);
  const leave = async () => {
    const address = `${small.url}/v1/agent/sign-in?brand=larkspur`;
    const { headers } = await fetch(address, { redirect: 'manual' });
    return new URL(headers.get('location') ?? '').searchParams.get('problem');
  };
  const told = [];
  for (let time = 0; time < 7; time += 1) told.push(await leave());
  expect(told).toEqual([null, null, null, null, null, 'rate_limited', 'rate_limited']);
  expect(await small.database.agentSignInState.count()).toBe(5);
  small.later({ minutes: 1 });
  const { pathname } = await new Agent(small, 'larkspur', 'mara@gmail.com').signIn();
  expect(pathname).toBe('/');
  await ways.close();
  await small.close();
});
