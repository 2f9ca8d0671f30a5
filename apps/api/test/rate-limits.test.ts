import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Consumer } from './house/consumer.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse({ RATE_LIMIT_PER_MINUTE: '10' });
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
});
afterAll(() => house.close());

test('attempts and anonymous sessions of one address are limited, and allowed again later', async () => {
  const page = await larkspur.page();
  const statuses: number[] = [];
  for (let time = 0; time < 6; time += 1) {
    statuses.push((await page.tryAttempt('site')).status, (await page.tryAnonymous('site')).status);
  }
  expect(statuses.filter((status) => status < 300)).toHaveLength(10);
  const { code, status } = (await page.tryAttempt('site')).problem();
  expect([code, status]).toEqual(['rate_limited', 429]);
  house.later({ minutes: 1 });
  expect((await page.tryAttempt('site')).status).toBe(201);
});

test('a brand that is flooded takes nothing from another', async () => {
  const page = await larkspur.page();
  for (let time = 0; time < 12; time += 1) await page.tryAnonymous('site');
  const body = { kind: 'anonymous', brand: 'juniper', connection: 'site' };
  expect((await page.call('POST', '/v1/sessions', { body })).status).toBe(200);
});

test('a visitor’s address is that before the proxies of one’s own, and a header nobody trusts changes nothing', async () => {
  const behind = await openHouse({ RATE_LIMIT_PER_MINUTE: '2', TRUSTED_PROXIES: '1' });
  await makeLarkspur(behind, [implicit('site')]);
  const from = async ({ url }: House, forwarded: string) => {
    const body = JSON.stringify({ brand: 'larkspur', connection: 'site' });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded };
    return (await fetch(`${url}/v1/attempts`, { method: 'POST', headers, body })).status;
  };
  const spent = async (where: House, addresses: string[]) => {
    const statuses = [];
    for (const address of addresses) statuses.push(await from(where, address));
    return statuses.filter((status) => status === 429).length;
  };
  expect(await spent(behind, ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'])).toBe(0);
  expect(await spent(behind, ['a, 203.0.113.9', 'b, 203.0.113.9', 'c, 203.0.113.9'])).toBe(1);
  expect(await spent(behind, ['2001:db8::1', '2001:db8::2', '2001:db8::ffff:3'])).toBe(1);
  await behind.close();
  house.later({ minutes: 1 });
  expect(
    await spent(
      house,
      Array.from({ length: 11 }, (_, index) => `203.0.113.${index}`),
    ),
  ).toBe(1);
});

test('conversations that begin at one address are limited, and one that is open goes on', async () => {
  const quiet = await openHouse({ RATE_LIMIT_PER_MINUTE: '20' });
  const brand = await makeLarkspur(quiet, [implicit('site')]);
  const guest = await Consumer.anonymous(quiet, brand);
  const begin = async () => {
    const { conversation } = await guest.say('Hello');
    await guest.line.get('conversation:end', { conversation });
  };
  for (let time = 0; time < 4; time += 1) await begin();
  const { conversation } = await guest.say('The fifth');
  const next = { clientId: randomUUID(), conversation: null, text: 'And the sixth?' };
  expect(await guest.line.problem('message:send', next)).toBe('rate_limited');
  expect((await guest.say('Still here', conversation)).conversation).toBe(conversation);
  quiet.later({ minutes: 1 });
  expect((await guest.say('And again')).conversation).toBe(conversation);
  guest.close();
  await quiet.close();
});
