import { createCountersign } from '@countersign/brand-kit';
import { pushFactsResult } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { FactsRepository } from '../dist/facts/facts.repository.js';
import { ForgettingRepository } from '../dist/identity/forgetting.repository.js';
import { Backend } from './house/backend.js';
import { factsWhere } from './house/facts.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import { signIn } from './house/sign-in.js';

let house: House;
let larkspur: Larkspur;
let key: string;
let backend: Backend;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site'), implicit('shop')]);
  key = await house.operator.apiKey('larkspur', ['site'], ['facts:write', 'sessions:end']);
  backend = new Backend(house, key);
});
afterAll(() => house.close());

const price = (amount: string) => ({ amount, currency: 'GBP' });
const billing = (status: 'open' | 'paid') => ({
  balance: price(status === 'open' ? '28.00' : '0.00'),
  bills: [{ id: 'b1', period: 'November 2026', amount: price('28.00'), dueOn: '2026-12-01', status }],
  ways: [{ id: 'card', label: 'Card', fee: price('0.00') }],
});
const push = (version: number, facts: Record<string, unknown>) => ({
  version,
  asOf: house.now().toISOString(),
  facts,
});

const put = (subject: string, body: unknown, headers: object = {}) => backend.put(subject, body, headers);
const comes = async (sub: string) => signIn(house, larkspur, await larkspur.page(), { sub });

const pushedFor = async (subject: string) => {
  const rows = await factsWhere(house, { consumer: { subject }, source: 'brand_server' });
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
};

test('facts a brand pushes for a proven consumer are stored, by brand-kit as by hand', async () => {
  await comes('ada');
  const countersign = createCountersign({ apiUrl: house.url, apiKey: key });
  const facts = { account_number: 'LM-1', billing: billing('open') };
  const asOf = house.now();
  expect(await countersign.pushFacts('site', 'ada', { version: 1, asOf, facts })).toBe('stored');
  expect(await pushedFor('ada')).toEqual(facts);
});

test('a push replaces all this source said before, and nothing else', async () => {
  await comes('replaced');
  await put('replaced', push(1, { account_number: 'LM-1', account_status: 'active' }));
  await put('replaced', push(2, { billing: billing('paid') }));
  expect(await pushedFor('replaced')).toEqual({ billing: billing('paid') });
  const [own] = await factsWhere(house, {
    consumer: { subject: 'replaced' },
    source: 'id_token',
    name: 'account_number',
  });
  expect(own?.value).toBe('LM-4711');
});

test('a lower version is facts_out_of_date and changes nothing', async () => {
  await comes('late');
  await put('late', push(5, { account_status: 'new' }));
  expect((await put('late', push(4, { account_status: 'old' }))).problem()).toMatchObject({
    code: 'facts_out_of_date',
    status: 409,
  });
  expect(await pushedFor('late')).toEqual({ account_status: 'new' });
});

test('the same version with the same body is unchanged, with another body out of date', async () => {
  await comes('same');
  const body = push(1, { account_status: 'one' });
  expect((await put('same', body)).as(pushFactsResult).state).toBe('stored');
  expect((await put('same', body)).as(pushFactsResult).state).toBe('unchanged');
  expect((await put('same', push(1, { account_status: 'two' }))).problem().code).toBe('facts_out_of_date');
});

test('of many versions that arrive at once the highest stays', async () => {
  await comes('racing');
  const versions = Array.from({ length: 12 }, (_, index) => index + 1);
  await Promise.all(
    versions.map((version) => put('racing', push(version, { account_status: `v${version}` }))),
  );
  expect(await pushedFor('racing')).toEqual({ account_status: 'v12' });
});

test('facts of somebody not yet proven wait sealed, and are theirs once they sign in', async () => {
  const body = push(3, { account_status: 'canary-of-the-facts' });
  expect((await put('newcomer', body)).as(pushFactsResult).state).toBe('pending');
  const pending = await house.database.pendingFacts.findMany();
  expect(
    JSON.stringify(pending, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toMatch(/canary|newcomer/);
  expect(await house.database.consumer.count({ where: { subject: 'newcomer' } })).toBe(0);
  await comes('newcomer');
  expect(await pushedFor('newcomer')).toEqual({ account_status: 'canary-of-the-facts' });
  expect(await house.database.pendingFacts.count()).toBe(0);
});

test('waiting facts obey versions too', async () => {
  const body = push(3, { account_status: 'three' });
  expect((await put('waiting', body)).status).toBe(200);
  expect((await put('waiting', body)).as(pushFactsResult).state).toBe('pending');
  expect((await put('waiting', push(2, { account_status: 'two' }))).problem().code).toBe('facts_out_of_date');
  expect((await put('waiting', push(3, { account_status: 'other' }))).problem().code).toBe(
    'facts_out_of_date',
  );
});

test('facts that come while somebody is being proven are theirs, whichever is written first', async () => {
  const repository = house.app.get(FactsRepository);
  const hold = repository.holdPending.bind(repository);
  const holding = vi.spyOn(repository, 'holdPending').mockImplementationOnce(async (...held) => {
    await comes('crossing');
    return hold(...held);
  });
  const answer = await put('crossing', push(1, { account_status: 'crossed' }));
  expect(holding).toHaveBeenCalledOnce();
  holding.mockRestore();
  expect(answer.as(pushFactsResult).state).toBe('stored');
  expect(await pushedFor('crossing')).toEqual({ account_status: 'crossed' });
});

test('waiting facts are forgotten after a day', async () => {
  await put('slow', push(1, { account_status: 'yesterday' }));
  house.later({ minutes: 24 * 60 + 1 });
  await comes('slow');
  house.resetClock();
  expect(await pushedFor('slow')).toEqual({});
});

test('what has run out is swept away', async () => {
  await put('never-seen', push(1, { account_status: 'x' }));
  await house.app.get(ForgettingRepository).forget(new Date(Date.now() + 25 * 3_600_000), new Date(0));
  const { pendingFacts, usedPossession, sessionToken, usedProof } = house.database;
  expect(await pendingFacts.count()).toBe(0);
  expect(await usedPossession.count()).toBe(0);
  expect(await sessionToken.count()).toBe(0);
  expect(await usedProof.count()).toBe(0);
});

test('what was pushed by one connection belongs to that connection, and its issuer is not in the body', async () => {
  const body = { ...push(1, { account_status: 'x' }), issuer: 'https://accounts.google.com' };
  expect((await put('ada', body)).problem().code).toBe('request_malformed');
});

test.each([
  ['a value that is not of its fact', { billing: { balance: '28' } }],
  ['a name that is no name', { 'Account Number': 'x' }],
  ['an object for a brand’s own fact', { loyalty: { points: 3 } }],
])('%s is refused with the member that is wrong', async (_, facts) => {
  const problem = (await put('ada', push(9, facts))).problem();
  expect(problem.code).toBe('request_malformed');
  expect(problem.errors?.[0]?.path).toMatch(/^facts/);
});

test('a time of the year 0, which no database keeps, is refused with the member that is wrong', async () => {
  for (const member of ['asOf', 'holdsUntil']) {
    const body = { ...push(9, { account_status: 'gold' }), [member]: '0000-01-01T00:00:00Z' };
    expect((await put('ada', body)).problem().errors?.[0]?.path).toBe(member);
  }
});

test('a subject that is not ASCII is refused', async () => {
  expect((await put('adä', push(1, {}))).problem().code).toBe('request_malformed');
});

test('a push of 300 kB is request_too_large, one of 200 kB is taken', async () => {
  await comes('large');
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`fact_${index}`, 'x'.repeat(1_990)]));
  const bills = Array.from({ length: 60 }, (_, index) => ({
    id: `b${index}`,
    period: 'p'.repeat(64),
    amount: price('1.00'),
    dueOn: '2026-12-01',
    status: 'open',
  }));
  expect((await put('large', push(1, { ...many(60), billing: { ...billing('open'), bills } }))).status).toBe(
    200,
  );
  const padded = { ...push(2, {}), padding: 'x'.repeat(300_000) };
  expect((await put('large', padded)).problem()).toMatchObject({ code: 'request_too_large', status: 413 });
});

test('a request with Origin is turned away: an API key is for servers', async () => {
  expect((await put('ada', push(9, {}), { origin: ORIGIN })).problem().code).toBe('api_key_forbidden');
});

test('an unknown API key is api_key_invalid', async () => {
  const answer = await put('ada', push(9, {}), { authorization: 'Bearer cs_unknown' });
  expect(answer.problem()).toMatchObject({ code: 'api_key_invalid', status: 401 });
});

test('an API key works for its connections and its rights only', async () => {
  expect((await backend.at('shop').put('ada', push(9, {}))).problem().code).toBe('api_key_forbidden');
  const reader = await house.operator.apiKey('larkspur', ['site'], ['traces:read']);
  const answer = await put('ada', push(9, {}), { authorization: `Bearer ${reader}` });
  expect(answer.problem().code).toBe('api_key_forbidden');
});

test('two API keys are live at once; a third withdraws the oldest', async () => {
  await makeLarkspur(house, [implicit('site')], { slug: 'keys' });
  const make = () => house.operator.apiKey('keys', ['site'], ['facts:write']);
  const keys = [await make(), await make(), await make()];
  const codes = [];
  for (const [index, one] of keys.entries()) {
    const answer = await put(`somebody-${index}`, push(1, {}), { authorization: `Bearer ${one}` });
    codes.push(answer.status === 200 ? 'live' : answer.problem().code);
  }
  expect(codes).toEqual(['api_key_invalid', 'live', 'live']);
});

test('an API key lies hashed', async () => {
  const rows = await house.database.apiKey.findMany();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(key);
});

test('a brand’s backend signs a consumer out everywhere', async () => {
  const fresh = await house.operator.apiKey('larkspur', ['site'], ['sessions:end']);
  const [phone, laptop] = [await comes('leaver'), await comes('leaver')];
  const other = await comes('stayer');
  await createCountersign({ apiUrl: house.url, apiKey: fresh }).endSessions('site', 'leaver');
  for (const { page, session } of [phone, laptop])
    expect((await page.signOut(session.token)).problem().code).toBe('session_ended');
  expect((await other.page.signOut(other.session.token)).status).toBe(204);
});
