import { consumerExport, foundConsumer } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RetentionService } from '../dist/consumers/retention.service.js';
import { Backend } from './house/backend.js';
import { type House, openHouse } from './house/house.js';
import { ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { signIn } from './house/sign-in.js';

let house: House;
let larkspur: Larkspur;
let backend: Backend;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site')]);
  backend = new Backend(house, await house.operator.apiKey('larkspur', ['site'], ['facts:write']));
});
afterAll(() => house.close());

const comes = async (sub: string, claims: object = {}) =>
  signIn(house, larkspur, await larkspur.page(), { sub, ...claims });

async function exportOf(subject: string) {
  const query = new URLSearchParams({ issuer: ISSUER, subject });
  const { id } = (await house.operator.call('GET', `larkspur/consumers?${query}`)).as(foundConsumer);
  return (await house.operator.call('GET', `larkspur/consumers/${id}/export`)).as(consumerExport);
}

/** What was said before, the latest first: by whom, what, its value. */
const formerOf = async (subject: string) =>
  (await exportOf(subject)).formerFacts.map(({ fact }) => [fact.provenance.source, fact.name, fact.value]);

test('a value that another takes the place of is kept, with who said it, when, and until when', async () => {
  await comes('moved');
  await backend.push('moved', 1, { account_status: 'active' });
  const [before] = (await exportOf('moved')).facts.filter(({ name }) => name === 'account_status');
  house.later({ minutes: 5 });
  const replacedAt = house.now().toISOString();
  await backend.put('moved', { version: 2, asOf: replacedAt, facts: { account_status: 'suspended' } });
  house.resetClock();
  expect((await exportOf('moved')).formerFacts).toEqual([{ fact: before, replacedAt }]);
});

test('what is said again is no former value, by a push or by a renewal, in whichever order its members come', async () => {
  await comes('same');
  const price = { amount: '28.00', currency: 'GBP' };
  await backend.push('same', 1, { package: { name: 'Larkspur 40', price } });
  await backend.push('same', 2, {
    package: { price: { currency: 'GBP', amount: '28.00' }, name: 'Larkspur 40' },
  });
  await comes('same');
  expect(await formerOf('same')).toEqual([]);
});

test('what the brand’s server says no more was said until then', async () => {
  await comes('left-out');
  await backend.push('left-out', 1, { account_status: 'active', customer_since: '2019-03-01' });
  await backend.push('left-out', 2, { account_status: 'active' });
  expect(await formerOf('left-out')).toEqual([['brand_server', 'customer_since', '2019-03-01']]);
});

test('a proof that says otherwise keeps what the one before said, and an unproven one changes nothing', async () => {
  await comes('married', { name: 'Ada Byron' });
  await comes('married', { name: 'Ada Lovelace' });
  expect(await formerOf('married')).toEqual([['id_token', 'name', 'Ada Byron']]);
});

test('of one fact the last fifty values before are kept', async () => {
  await comes('restless');
  for (let version = 1; version <= 53; version += 1)
    await backend.push('restless', version, { account_status: `state ${version}` });
  const former = await formerOf('restless');
  expect(former).toHaveLength(50);
  expect(former.map(([, , value]) => value)).not.toContain('state 2');
  expect(former.map(([, , value]) => value)).toContain('state 3');
});

test('what was said before is forgotten after the days that conversations are kept for', async () => {
  await comes('forgotten');
  await backend.push('forgotten', 1, { account_status: 'active' });
  await backend.push('forgotten', 2, { account_status: 'suspended' });
  await house.operator.put('larkspur', { ...larkspur.brand, conversationDays: 30 });
  const later = async (days: number) => {
    house.later({ minutes: days * 24 * 60 });
    await house.app.get(RetentionService).sweep();
    house.resetClock();
  };
  await later(29);
  expect(await formerOf('forgotten')).toEqual([['brand_server', 'account_status', 'active']]);
  await later(31);
  expect(await formerOf('forgotten')).toEqual([]);
});
