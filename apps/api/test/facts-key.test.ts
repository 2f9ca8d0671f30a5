import { pushFactsResult } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FactsReader } from '../dist/facts/index.js';
import { Backend } from './house/backend.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { signIn } from './house/sign-in.js';

let house: House;
let larkspur: Larkspur;
let backend: Backend;

beforeAll(async () => {
  house = await openHouse();
  const mapping = { sub: 'sub', email: 'email' };
  larkspur = await makeLarkspur(house, [
    implicit('site', { factsKey: 'account_number' }),
    implicit('by-mail', { factsKey: 'email', mapping }),
  ]);
  const key = await house.operator.apiKey('larkspur', ['site', 'by-mail'], ['facts:write']);
  backend = new Backend(house, key);
});
afterAll(() => house.close());

const push = async (account: string, status: string) =>
  (await backend.push(account, 1, { account_status: status })).as(pushFactsResult).state;
const comes = async (sub: string, account: string) =>
  signIn(house, larkspur, await larkspur.page(), { sub, account_number: account });

async function statusOf(sub: string): Promise<unknown> {
  const consumer = await house.database.consumer.findFirstOrThrow({ where: { subject: sub } });
  const facts = await house.app.get(FactsReader).ofConsumer(consumer.brandId, consumer.id);
  return facts.find(({ name }) => name === 'account_status')?.value;
}

test('where the connection names a claim, the brand’s server addresses a proven consumer by it', async () => {
  await comes('k-1', 'LK-0001');
  expect(await push('LK-0001', 'gold')).toBe('stored');
  expect(await statusOf('k-1')).toBe('gold');
});

test('facts that came by that claim before the person did are theirs when they are proven', async () => {
  expect(await push('LK-0002', 'silver')).toBe('pending');
  await comes('k-2', 'LK-0002');
  expect(await statusOf('k-2')).toBe('silver');
});

test('a value two people were proven with addresses neither of them', async () => {
  await comes('k-3', 'LK-0003');
  await comes('k-4', 'LK-0003');
  expect(await push('LK-0003', 'shared')).toBe('pending');
  expect(await statusOf('k-3')).toBeUndefined();
  expect(await statusOf('k-4')).toBeUndefined();
});

test('what waits for a value two people have is nobody’s, also when one of them comes again', async () => {
  await comes('k-3', 'LK-0003');
  expect(await statusOf('k-3')).toBeUndefined();
});

test('facts that wait for an account are not those of a subject that reads the same', async () => {
  expect(await push('LK-0005', 'of another')).toBe('pending');
  await signIn(house, larkspur, await larkspur.page(), { sub: 'LK-0005', account_number: undefined });
  expect(await statusOf('LK-0005')).toBeUndefined();
});

test('facts that wait for an address are not those of somebody who merely claims it', async () => {
  await backend.at('by-mail').push('ada@mail.example', 1, { account_status: 'of Ada' });
  const claims = { sub: 'k-6', email: 'ada@mail.example' };
  const [page, how] = [await larkspur.page(), { connection: 'by-mail' }];
  await signIn(house, larkspur, page, { ...claims, email_verified: false }, how);
  expect(await statusOf('k-6')).toBeUndefined();
  await signIn(house, larkspur, page, { ...claims, email_verified: true }, how);
  expect(await statusOf('k-6')).toBe('of Ada');
});
