import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';

const PATH = '/v1/sessions';
let house: House;
let larkspur: Larkspur;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site')]);
  page = await larkspur.page();
});
afterAll(() => house.close());

const body = { kind: 'anonymous', brand: 'larkspur', connection: 'site' };
const open = (proof: string | null) => page.call('POST', PATH, { body, proof });
const seconds = () => Math.floor(house.now().getTime() / 1_000);

test('a request without a proof of possession is key_proof_invalid', async () => {
  expect((await open(null)).problem()).toMatchObject({ code: 'key_proof_invalid', status: 401 });
});

test('a proof of possession counts once', async () => {
  const proof = await page.possession('POST', PATH);
  expect((await open(proof)).status).toBe(200);
  expect((await open(proof)).problem().code).toBe('key_proof_invalid');
});

test('of twenty requests that race with one proof of possession, one gets through', async () => {
  const proof = await page.possession('POST', PATH);
  const answers = await Promise.all(Array.from({ length: 20 }, () => open(proof)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('of twenty attempts that are begun with one proof of possession, one is begun', async () => {
  const beginning = { brand: 'larkspur', connection: 'site', reason: 'first' };
  const proof = await page.possession('POST', '/v1/attempts');
  const begun = () => house.database.attempt.count({ where: { keyThumbprint: page.thumbprint } });
  const before = await begun();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => page.call('POST', '/v1/attempts', { body: beginning, proof })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await begun()).toBe(before + 1);
});

test('an attempt that is presented with a proof of possession used before is not taken', async () => {
  const { attempt } = await page.attempt('site');
  const proof = await page.possession('POST', PATH);
  await open(proof);
  const presented = { kind: 'no-proof', brand: 'larkspur', attempt, why: 'declined' };
  expect((await page.call('POST', PATH, { body: presented, proof })).problem().code).toBe(
    'key_proof_invalid',
  );
  const row = await house.database.attempt.findFirst({ where: { id: attempt } });
  expect(row?.usedAt).toBeNull();
  expect((await page.call('POST', PATH, { body: presented })).status).toBe(204);
});

test.each([
  ['for another method', { htm: 'GET' }],
  ['for another address', { htu: 'https://elsewhere.example/v1/sessions' }],
  ['for the address with a query', { htu: `http://localhost${PATH}?a=b` }],
  ['of two minutes ago', { iat: Math.floor(Date.now() / 1_000) - 120 }],
  ['of two minutes ahead', { iat: Math.floor(Date.now() / 1_000) + 120 }],
  ['without an id', { jti: undefined }],
  ['with a short id', { jti: 'short' }],
  ['with an id that no database keeps', { jti: 'sixteen\u0000letters-' }],
])('a proof of possession %s is key_proof_invalid', async (_, claims) => {
  expect((await open(await page.possession('POST', PATH, undefined, claims))).problem().code).toBe(
    'key_proof_invalid',
  );
});

test('a proof of possession 50 seconds off is accepted', async () => {
  expect((await open(await page.possession('POST', PATH, undefined, { iat: seconds() - 50 }))).status).toBe(
    200,
  );
  expect((await open(await page.possession('POST', PATH, undefined, { iat: seconds() + 50 }))).status).toBe(
    200,
  );
});

test('a proof of possession with a forged signature is key_proof_invalid', async () => {
  const proof = await page.possession('POST', PATH);
  const [header, payload, signature] = proof.split('.');
  const forged = `${header}.${payload}.${signature?.startsWith('A') ? 'B' : 'A'}${signature?.slice(1)}`;
  expect((await open(forged)).problem().code).toBe('key_proof_invalid');
});

test('with a token the proof of possession must be bound to that token', async () => {
  const { token } = await page.anonymous('site');
  const unbound = await page.possession('DELETE', '/v1/sessions/current');
  const answer = await page.call('DELETE', '/v1/sessions/current', { token, proof: unbound });
  expect(answer.problem().code).toBe('key_proof_invalid');
});

test('a refused proof of possession names no reason that would help a forger', async () => {
  const { detail, reason } = (await open('nonsense')).problem();
  expect([detail, reason]).toEqual([undefined, undefined]);
});

test('an invented token leaves no trace in the database, whatever key signs', async () => {
  const invented = 'x'.repeat(43);
  const stranger = await larkspur.page();
  const where = { thumbprint: stranger.thumbprint };
  expect((await stranger.signOut(invented)).problem().code).toBe('session_ended');
  expect(await house.database.usedPossession.count({ where })).toBe(0);
});
