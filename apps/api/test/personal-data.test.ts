import { randomBytes } from 'node:crypto';
import { sealedView } from '@countersign/contracts';
import type { PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FactsReader } from '../dist/facts/index.js';
import { Consumer } from './house/consumer.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { mightyIn, tablesWith } from './house/search.js';

let house: House;
let mighty: PrismaClient;
let larkspur: Larkspur;
let apiKey: string;
const masterKey = randomBytes(32).toString('base64');

beforeAll(async () => {
  house = await openHouse({ MASTER_KEY: masterKey });
  mighty = mightyIn(house);
  const site = implicit('site', { factsKey: 'account_number' });
  larkspur = await makeLarkspur(house, [site]);
  apiKey = await house.operator.apiKey('larkspur', ['site'], ['facts:write']);
});
afterAll(async () => {
  await mighty.$disconnect();
  await house.close();
});

const brandId = () => larkspur.view.id;
const rowOf = (subject: string) => mighty.consumer.findFirstOrThrow({ where: { subject } });
const factsOf = async (subject: string) =>
  house.app.get(FactsReader).ofConsumer(brandId(), (await rowOf(subject)).id);
const valuesOf = async (subject: string) =>
  Object.fromEntries((await factsOf(subject)).map(({ name, value }) => [name, value]));
const push = (address: string, facts: object, version = 1) =>
  fetch(`${house.url}/v1/connections/site/consumers/${address}/facts`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, asOf: house.now().toISOString(), facts }),
  });

test('a name and facts stand nowhere in the database in plain text', async () => {
  const claims = { sub: 'p-1', name: 'Zephyrine Quillfeather', account_number: 'ACCT-MARIGOLD-77' };
  const ada = await Consumer.verified(house, larkspur, claims);
  expect(ada.session.displayName).toBe('Zephyrine Quillfeather');
  await ada.line.get('page:facts', { facts: { viewing: 'Tangerine plan' } });
  expect((await push('ACCT-MARIGOLD-77', { plan: 'Heliotrope Unlimited' })).status).toBe(200);
  expect((await push('ACCT-UNPROVEN-1', { plan: 'Heliotrope Unlimited' })).status).toBe(200);
  expect(await valuesOf('p-1')).toMatchObject({
    name: 'Zephyrine Quillfeather',
    account_number: 'ACCT-MARIGOLD-77',
    plan: 'Heliotrope Unlimited',
  });
  const words = ['Quillfeather', 'ACCT-MARIGOLD', 'Tangerine', 'Heliotrope', 'ACCT-UNPROVEN'];
  expect(await tablesWith(mighty, words)).toEqual([]);
  // It is the search that finds nothing, not a search that cannot.
  expect(await tablesWith(mighty, ['larkspur mobile'])).toContain('brands');
  ada.close();
});

test('each consumer has a key of their own: what is moved to another row opens for nobody', async () => {
  for (const sub of ['p-2', 'p-3'])
    (await Consumer.verified(house, larkspur, { sub, name: `Name of ${sub}` })).close();
  const [two, three] = [await rowOf('p-2'), await rowOf('p-3')];
  expect(two.wrappedKey).not.toBe(three.wrappedKey);
  expect(two.sealedName?.split('.')[1]).not.toBe(three.sealedName?.split('.')[1]);
  const [fact] = await mighty.fact.findMany({ where: { consumerId: two.id, name: 'name' } });
  await mighty.fact.updateMany({
    where: { consumerId: three.id, name: 'name' },
    data: { sealedValue: fact?.sealedValue ?? '' },
  });
  await expect(factsOf('p-3')).rejects.toThrow('Sealed under another key');
  expect(await valuesOf('p-2')).toMatchObject({ name: 'Name of p-2' });
});

test('two browsers that make one new person known at once agree on one key', async () => {
  const at = (nr: number) =>
    Consumer.verified(house, larkspur, { sub: 'p-4', name: 'Both at once', account_number: `A-${nr}` });
  const both = await Promise.all([at(1), at(2), at(3)]);
  expect(both.map(({ session }) => session.displayName)).toEqual(Array(3).fill('Both at once'));
  expect(await valuesOf('p-4')).toMatchObject({ name: 'Both at once' });
  for (const one of both) one.close();
});

test('one command seals what lies plain, and puts what is sealed under the current master key', async () => {
  const claims = { sub: 'p-6', name: 'Plain Gentian', account_number: 'PLAIN-6' };
  (await Consumer.verified(house, larkspur, claims)).close();
  const { id } = await rowOf('p-6');
  await mighty.consumer.updateMany({
    where: { id },
    data: { displayName: 'Plain Gentian', sealedName: null, wrappedKey: null },
  });
  for (const [name, value] of Object.entries(claims))
    await mighty.fact.updateMany({
      where: { consumerId: id, name },
      data: { value, sealedValue: null, blind: null },
    });
  const seal = async (of: House) => (await of.operator.call('POST', 'larkspur/keys/seal')).as(sealedView);
  expect(await seal(house)).toEqual({ names: 1, facts: 3, secrets: 0 });
  expect(await seal(house)).toEqual({ names: 0, facts: 0, secrets: 0 });
  expect(await tablesWith(mighty, ['Gentian'])).toEqual([]);
  expect((await push('PLAIN-6', { plan: 'Basic' })).status).toBe(200);
  expect(await valuesOf('p-6')).toMatchObject({ name: 'Plain Gentian', plan: 'Basic' });

  const [before, now] = [masterKey, randomBytes(32).toString('base64')];
  const turning = await openHouse({
    DATABASE_URL: house.databaseUrl,
    MASTER_KEY: now,
    MASTER_KEY_PREVIOUS: before,
  });
  expect((await seal(turning)).secrets).toBeGreaterThan(1);
  await turning.close();
  const turned = await openHouse({ DATABASE_URL: house.databaseUrl, MASTER_KEY: now });
  const facts = await turned.app.get(FactsReader).ofConsumer(brandId(), id);
  expect(facts.map(({ value }) => value)).toContain('Plain Gentian');
  await turned.close();
});

test('what was written before it was sealed is read as it is, and sealed when it is written again', async () => {
  const claims = { sub: 'p-5', name: 'Plain Saxifrage', account_number: 'PLAIN-5' };
  (await Consumer.verified(house, larkspur, claims)).close();
  const { id } = await rowOf('p-5');
  await mighty.consumer.updateMany({
    where: { id },
    data: { displayName: 'Plain Saxifrage', sealedName: null, wrappedKey: null },
  });
  for (const [name, value] of Object.entries(claims))
    await mighty.fact.updateMany({
      where: { consumerId: id, name },
      data: { value, sealedValue: null, blind: null },
    });
  expect(await tablesWith(mighty, ['Saxifrage'])).toEqual(['consumers', 'facts']);
  expect(await valuesOf('p-5')).toMatchObject({ name: 'Plain Saxifrage' });
  expect((await push('PLAIN-5', { plan: 'Basic' })).status).toBe(200);
  const again = await Consumer.verified(house, larkspur, { sub: 'p-5', name: undefined });
  expect(again.session.displayName).toBe('Plain Saxifrage');
  again.close();
  (await Consumer.verified(house, larkspur, claims)).close();
  expect(await tablesWith(mighty, ['Saxifrage'])).toEqual([]);
  expect(await valuesOf('p-5')).toMatchObject({ name: 'Plain Saxifrage', plan: 'Basic' });
});
