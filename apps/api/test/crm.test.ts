import { consumerFacts, customerDetail, customerList, erasedView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from './house/agent.js';
import { Answer } from './house/answer.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let lena: Agent;
let reader: string;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [
    implicit('site', { factsKey: 'account_number' }),
    implicit('app', { brandServerLabel: 'Larkspur app' }),
  ]);
  await desks.staff(larkspur, [
    { email: 'lena@gmail.com', name: 'Lena', role: 'lead' },
    { email: 'noor@gmail.com', name: 'Noor' },
  ]);
  lena = await desks.agent('larkspur', 'lena@gmail.com');
  reader = await house.operator.apiKey('larkspur', ['site'], ['facts:read']);
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

const read = async (path: string, key = reader, headers: Record<string, string> = {}) =>
  Answer.of(
    await fetch(`${house.url}/v1/connections/${path}`, {
      headers: { authorization: `Bearer ${key}`, ...headers },
    }),
  );
const idOf = async (subject: string) =>
  (await house.database.consumer.findFirstOrThrow({ where: { subject } })).id;

test('a CRM reads verified facts with their provenance, and what the page says apart from them', async () => {
  const ada = await Consumer.verified(house, larkspur, {
    sub: 'crm',
    account_number: 'LM-77',
    name: 'Ada Osei',
  });
  await ada.line.get('page:facts', { facts: { account_number: 'LM-99', viewing: 'Plans' } });
  const known = (await read('site/consumers/crm/facts')).as(consumerFacts);
  expect(known.consumer).toEqual({ id: await idOf('crm'), issuer: ISSUER, subject: 'crm' });
  const account = known.verified.find(({ name }) => name === 'account_number');
  expect(account).toMatchObject({
    value: 'LM-77',
    sealed: true,
    provenance: { source: 'id_token', issuer: ISSUER, keyId: 'larkspur-1', connection: 'site' },
  });
  expect(known.verified.map(({ provenance }) => provenance.source)).not.toContain('page');
  expect(known.page.note).toBe('Sent by the web page. Not proof of anything.');
  expect(known.page.facts.map(({ fact }) => fact.value).sort()).toEqual(['LM-99', 'Plans']);
  expect(known.conflicts).toMatchObject([{ name: 'account_number', verified: { value: 'LM-77' } }]);
  expect(known.sessions).toMatchObject([{ connection: 'site', assurance: 'verified' }]);
  const same = (await read(`site/facts/${known.consumer.id}`)).as(consumerFacts);
  expect({ ...same, at: known.at }).toEqual(known);
  ada.close();
});

test('a key reads what its own connections told, and needs the right to read', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'scoped', account_number: 'LM-78' });
  const backend = await house.operator.apiKey('larkspur', ['app'], ['facts:write', 'facts:read']);
  const body = { version: 1, asOf: house.now().toISOString(), facts: { account_status: 'from the app' } };
  const pushed = await fetch(`${house.url}/v1/connections/app/consumers/scoped/facts`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${backend}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(pushed.status).toBe(200);
  const names = (answer: Answer) => answer.as(consumerFacts).verified.map(({ name }) => name);
  const scoped = await house.operator.apiKey('larkspur', ['site'], ['facts:read']);
  expect(names(await read('site/consumers/scoped/facts', scoped))).not.toContain('account_status');
  expect(names(await read('app/consumers/scoped/facts', backend))).toEqual(['account_status']);
  expect((await read('app/consumers/scoped/facts', scoped)).problem().code).toBe('api_key_forbidden');
  const page = await read('site/consumers/scoped/facts', scoped, { origin: 'https://www.larkspur.example' });
  expect(page.problem().code).toBe('api_key_forbidden');
  const writer = await house.operator.apiKey('larkspur', ['site'], ['facts:write']);
  expect((await read('site/consumers/scoped/facts', writer)).problem().code).toBe('api_key_forbidden');
  expect((await read('site/consumers/nobody/facts', scoped)).problem().code).toBe('consumer_not_found');
  ada.close();
});

test('a lead finds a customer by subject, by account and by name, and nobody else may look', async () => {
  const kat = await Consumer.verified(house, larkspur, {
    sub: 'kat-1',
    name: 'Évangéline Kat',
    account_number: 'LM-4242',
  });
  const find = async (search: string) =>
    (await lena.call('GET', `/customers?${new URLSearchParams({ search })}`)).as(customerList).customers;
  for (const search of ['kat-1', 'kat', 'LM-4242', 'evangeline'])
    expect(
      (await find(search)).map(({ subject }) => subject),
      search,
    ).toEqual(['kat-1']);
  expect(await find('LM-42')).toEqual([]);
  expect((await find('')).length).toBeGreaterThan(0);
  const noor = await desks.agent('larkspur', 'noor@gmail.com');
  expect((await noor.call('GET', '/customers')).problem().code).toBe('lead_required');
  expect((await noor.call('GET', `/customers/${await idOf('kat-1')}`)).problem().code).toBe('lead_required');
  kat.close();
});

test('each look at a customer is written down, and shows facts, conversations and the history of identity', async () => {
  const before = await Consumer.verified(house, larkspur, { sub: 'looked-at', name: 'Ben Ito' });
  await before.line.get('page:facts', { facts: { viewing: 'All plans' } });
  await before.page.signOut(before.session.token);
  before.close();
  const ben = await Consumer.verified(house, larkspur, { sub: 'looked-at', name: 'Ben Whitlock' });
  const { conversation } = await ben.say('Hello');
  const id = await idOf('looked-at');
  const seen = (await lena.call('GET', `/customers/${id}`)).as(customerDetail);
  expect(seen.conversations).toMatchObject([{ id: conversation, state: 'waiting' }]);
  expect(seen.history.map(({ kind }) => kind)).toContain('verified');
  expect(seen.facts.verified.map(({ name }) => name)).toContain('account_number');
  expect(seen.former.map(({ fact }) => fact.value)).toEqual(['Ben Ito']);
  expect(seen.formerPages.map(({ facts }) => facts)).toMatchObject([[{ value: 'All plans', sealed: false }]]);
  const looks = await house.database.auditEntry.findMany({ where: { action: 'customer_seen' } });
  expect(looks.filter(({ detail }) => JSON.stringify(detail).includes(id))).toHaveLength(1);
  ben.close();
});

test('a lead signs a customer out everywhere, exports what is known, and erases them', async () => {
  const dia = await Consumer.verified(house, larkspur, { sub: 'leaving' });
  const id = await idOf('leaving');
  const exported = await lena.call('GET', `/customers/${id}/export`);
  expect(exported.text).toContain('leaving');
  expect((await lena.call('POST', `/customers/${id}/sign-out`)).json()).toEqual({ ended: 1 });
  await dia.line.hears('disconnect');
  expect((await lena.call('DELETE', `/customers/${id}`)).as(erasedView).erased).toBe(true);
  expect((await lena.call('GET', `/customers/${id}`)).problem().code).toBe('consumer_not_found');
  const { actor } = await house.database.auditEntry.findFirstOrThrow({
    where: { action: 'consumer_erased' },
  });
  expect(actor).toMatch(/^agent /);
});

test('another brand’s lead finds no customer of this one', async () => {
  const own = await Consumer.verified(house, larkspur, { sub: 'only-larkspur' });
  const juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(juniper, [{ email: 'mei@gmail.com', name: 'Mei', role: 'lead' }]);
  const mei = await desks.agent('juniper', 'mei@gmail.com');
  expect((await mei.call('GET', '/customers?search=only-larkspur')).as(customerList).customers).toEqual([]);
  const id = await idOf('only-larkspur');
  for (const [method, rest] of [
    ['GET', ''],
    ['GET', '/export'],
    ['POST', '/sign-out'],
    ['DELETE', ''],
  ] as const)
    expect((await mei.call(method, `/customers/${id}${rest}`)).problem().code).toBe('consumer_not_found');
  own.close();
});
