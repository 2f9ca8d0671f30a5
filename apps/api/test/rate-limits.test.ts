import { afterAll, beforeAll, expect, test } from 'vitest';
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
