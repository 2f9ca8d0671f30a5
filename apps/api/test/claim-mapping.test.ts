import { randomUUID } from 'node:crypto';
import { pushFactsResult } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FactsReader } from '../dist/facts/facts.reader.js';
import { Answer } from './house/answer.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { code, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { json, ScriptedProvider } from './house/provider.js';

let house: House;
let larkspur: Larkspur;
let provider: ScriptedProvider;
let key: string;

const declared = [
  { name: 'plan', type: 'text', label: 'Tariff' },
  { name: 'points', type: 'number' },
  { name: 'renews_on', type: 'date' },
  { name: 'credit', type: 'money' },
  { name: 'paperless', type: 'boolean' },
] as const;
const mapping = {
  'https://brand.example/plan': 'plan',
  'loyalty.points': 'points',
  renews: 'renews_on',
  credit: 'credit',
  paperless: 'paperless',
  account_number: 'account_number',
};
const credit = { amount: '12.50', currency: 'GBP' };
const told = {
  'https://brand.example/plan': 'gold',
  loyalty: { points: 120 },
  renews: '2027-01-31',
  credit,
  paperless: false,
};

beforeAll(async () => {
  [house, provider] = await Promise.all([openHouse(), ScriptedProvider.start()]);
  const issuers = [{ url: provider.url, label: 'Google' }];
  const google = code('google', provider.url, {
    userinfo: true,
    authoritative: ['*'],
    mapping: { sub: 'sub', plan: 'plan', region: 'region', name: 'name' },
  });
  larkspur = await makeLarkspur(house, [implicit('site', { mapping }), google], { issuers });
  await house.operator.put('larkspur', { ...larkspur.brand, facts: [...declared] });
  key = await house.operator.apiKey('larkspur', ['site', 'google'], ['facts:write']);
});
afterAll(async () => {
  await house.close();
  await provider.stop();
});

const factsOf = async (subject: string) => {
  const consumer = await house.database.consumer.findFirst({ where: { subject } });
  const reader = house.app.get(FactsReader, { strict: false });
  return reader.ofConsumer(consumer?.brandId ?? '', consumer?.id ?? '');
};

async function signIn(more: Record<string, unknown>) {
  const sub = randomUUID();
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await larkspur.signer.sign({ ...goodClaims(attempt, house.now()), sub, ...more });
  expect((await page.prove(attempt, { idToken })).status).toBe(200);
  const rows = await house.database.trace.findMany({ where: { attemptId: attempt.attempt } });
  return { sub, page, notes: rows.flatMap(({ trace }) => (trace as { notes: string[] }).notes) };
}

async function push(sub: string, connection: string, facts: Record<string, unknown>): Promise<Answer> {
  const body = JSON.stringify({ version: 1, asOf: house.now().toISOString(), facts });
  const url = `${house.url}/v1/connections/${connection}/consumers/${sub}/facts`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return Answer.of(await fetch(url, { method: 'PUT', headers, body }));
}

test('claims at any path become the typed facts the brand declared, with their labels', async () => {
  const { sub } = await signIn(told);
  const facts = await factsOf(sub);
  const seen = facts.map(({ name, value, label }) => [name, value, label]);
  expect(seen).toEqual([
    ['account_number', 'LM-4711', undefined],
    ['credit', credit, undefined],
    ['paperless', false, undefined],
    ['plan', 'gold', 'Tariff'],
    ['points', 120, undefined],
    ['renews_on', '2027-01-31', undefined],
  ]);
});

test('a claim of another type than declared is left out and named; the rest stands', async () => {
  const { sub, notes } = await signIn({ ...told, loyalty: { points: 'marker' } });
  expect((await factsOf(sub)).map(({ name }) => name)).not.toContain('points');
  expect(notes).toEqual(['The claim loyalty.points is not of the form of points: number.']);
});

test('a push of another type than declared is refused by the member', async () => {
  const { sub } = await signIn(told);
  const problem = (await push(sub, 'site', { points: '120', plan: 'gold' })).problem();
  expect(problem).toMatchObject({ code: 'request_malformed' });
  expect(problem.errors).toEqual([{ path: 'facts.points', message: 'is declared as number' }]);
  expect((await push(sub, 'site', { credit, paperless: true })).as(pushFactsResult).state).toBe('stored');
});

test('a later proof changes the claims it carries and keeps the others, field by field', async () => {
  const { sub } = await signIn(told);
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const claims = { ...goodClaims(attempt, house.now()), sub, 'https://brand.example/plan': 'silver' };
  await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) });
  const facts = Object.fromEntries((await factsOf(sub)).map(({ name, value }) => [name, value]));
  expect(facts).toMatchObject({ plan: 'silver', points: 120, paperless: false });
});

test('userinfo and the ID token are both kept, and userinfo names the person', async () => {
  const sub = randomUUID();
  const page = await larkspur.page();
  const attempt = await page.attempt('google');
  const claims = { ...goodClaims(attempt, house.now()), iss: provider.url, sub };
  const more = { plan: 'of the token', name: 'Name of the token', region: 'Bristol' };
  provider.on('token', async (response) =>
    json(response, {
      access_token: 'token',
      token_type: 'Bearer',
      id_token: await provider.signer.sign({ ...claims, ...more }),
    }),
  );
  provider.on('userinfo', (response) => json(response, { sub, plan: 'of userinfo', name: 'Ada Larch' }));
  const answer = await page.prove(attempt, { code: randomUUID() });
  expect(answer.status).toBe(200);
  expect((await factsOf(sub)).filter(({ name }) => name === 'plan').map(({ value }) => value)).toHaveLength(
    2,
  );
  expect(JSON.parse(answer.text)).toMatchObject({ displayName: 'Ada Larch' });
});

const wrong = async (brand: object) => {
  const problem = (await house.operator.call('PUT', 'larkspur', { ...larkspur.brand, ...brand })).problem();
  return problem.errors?.map(({ path, message }) => `${path}: ${message}`);
};
const site = (more: object) => ({ connections: [{ ...implicit('site'), ...more }] });

test('a mapping that cannot be meant is refused by its member', async () => {
  expect(await wrong(site({ mapping: { a: 'plan', b: 'plan' } }))).toEqual([
    'connections.0.mapping.b: plan is what a becomes already',
  ]);
  expect(await wrong(site({ mapping: { 'address..country': 'country' } }))).toEqual([
    expect.stringMatching(/^connections\.0\.mapping\.address\.\.country: .*a step is empty/),
  ]);
  expect(await wrong(site({ mapping: { plan: 'No Fact' } }))).toEqual([
    expect.stringMatching(/^connections\.0\.mapping\.plan: /),
  ]);
});

test('a declared fact that is none is refused by its member', async () => {
  expect(await wrong({ facts: [{ name: 'email', type: 'text' }] })).toEqual([
    'facts.0.name: is a name of the catalogue, which has a type already',
  ]);
  expect(await wrong({ facts: [{ name: 'plan', type: 'colour' }] })).toEqual([
    expect.stringMatching(/^facts\.0\.type: /),
  ]);
  expect(await wrong({ facts: [declared[0], declared[0]] })).toEqual(['facts: a name stands twice']);
});
