import { afterAll, beforeAll, expect, test } from 'vitest';
import { FactsReader } from '../dist/facts/index.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let larkspur: Larkspur;
let key: string;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site', { factsKey: 'account_number' })]);
  key = await house.operator.apiKey('larkspur', ['site'], ['facts:write']);
});
afterAll(() => house.close());

async function push(address: string, version: number, facts: Record<string, unknown>): Promise<string> {
  const response = await fetch(`${house.url}/v1/connections/site/consumers/${address}/facts`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, asOf: house.now().toISOString(), facts }),
  });
  return ((await response.json()) as { state: string }).state;
}

async function signIn(sub: string, account: string): Promise<void> {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const claims = { ...goodClaims(attempt, house.now()), sub, account_number: account };
  const answer = await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) });
  expect(answer.status).toBe(200);
}

async function statusOf(sub: string): Promise<unknown> {
  const consumer = await house.database.consumer.findFirstOrThrow({ where: { subject: sub } });
  const facts = await house.app.get(FactsReader).ofConsumer(consumer.brandId, consumer.id);
  return facts.find(({ name }) => name === 'account_status')?.value;
}

test('where the connection names a claim, the brand’s server addresses a proven consumer by it', async () => {
  await signIn('k-1', 'LK-0001');
  expect(await push('LK-0001', 1, { account_status: 'gold' })).toBe('stored');
  expect(await statusOf('k-1')).toBe('gold');
});

test('facts that came by that claim before the person did are theirs when they are proven', async () => {
  expect(await push('LK-0002', 1, { account_status: 'silver' })).toBe('pending');
  await signIn('k-2', 'LK-0002');
  expect(await statusOf('k-2')).toBe('silver');
});

test('a value two people were proven with addresses neither of them', async () => {
  await signIn('k-3', 'LK-0003');
  await signIn('k-4', 'LK-0003');
  expect(await push('LK-0003', 1, { account_status: 'shared' })).toBe('pending');
  expect(await statusOf('k-3')).toBeUndefined();
  expect(await statusOf('k-4')).toBeUndefined();
});
