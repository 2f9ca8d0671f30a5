import { trace } from '@countersign/claims';
import { sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Backend } from './house/backend.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';

let house: House;
let larkspur: Larkspur;
let page: Page;
let backend: Backend;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site'), implicit('lenient', { onRejected: 'anonymous' })]);
  page = await larkspur.page();
  const key = await house.operator.apiKey('larkspur', ['site', 'lenient'], ['traces:read']);
  backend = new Backend(house, key);
});
afterAll(() => house.close());

const readTrace = async (connection: string, attempt: string) =>
  (await backend.at(connection).call('GET', `attempts/${attempt}`)).as(trace);

test.each([
  ['is missing', 'page_method_missing'],
  ['throws', 'page_method_failed'],
  ['never answers', 'page_method_silent'],
  ['answers nothing', 'proof_missing'],
] as const)('a page method that %s is %s, and its developer can read it', async (_, why) => {
  const { attempt } = await page.attempt('site');
  const answer = await page.open({ kind: 'no-proof', attempt, why });
  expect(answer.problem()).toMatchObject({ code: 'proof_rejected', reason: why, attempt });
  expect(await readTrace('site', attempt)).toMatchObject({ outcome: 'rejected', reason: why });
});

test('a page method that fails leaves an anonymous chat where the connection allows it', async () => {
  const { attempt } = await page.attempt('lenient');
  const answer = await page.open({ kind: 'no-proof', attempt, why: 'page_method_failed' });
  expect(answer.as(sessionView)).toMatchObject({
    assurance: 'anonymous',
    rejected: { reason: 'page_method_failed', attempt },
  });
});

test('declining is no error: nothing is opened, and the trace says so', async () => {
  const { attempt } = await page.attempt('site');
  const answer = await page.open({ kind: 'no-proof', attempt, why: 'declined' });
  expect(answer).toMatchObject({ status: 204, text: '' });
  expect(await readTrace('site', attempt)).toMatchObject({ outcome: 'declined' });
});

test('a trace names every check in order, and shows no person', async () => {
  const attempt = await page.attempt('site');
  const claims = goodClaims(attempt, house.now());
  await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) });
  const read = await readTrace('site', attempt.attempt);
  expect(read).toMatchObject({
    outcome: 'verified',
    flow: 'implicit',
    connection: 'site',
    keyId: 'larkspur-1',
  });
  const passed = read.steps.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check);
  expect(passed.indexOf('signature')).toBeLessThan(passed.indexOf('issuer'));
  expect(passed.indexOf('nonce')).toBeLessThan(passed.indexOf('single-use'));
  // A thumbprint may spell anything.
  expect(JSON.stringify({ ...read, keyThumbprint: '' })).not.toMatch(/Ada|customer-4711|LM-4711/);
  expect(JSON.stringify(read)).not.toContain(attempt.nonce);
});

test('a rejected trace shows where it stopped, what was expected and seen, and a hint', async () => {
  const attempt = await page.attempt('site');
  const claims = { ...goodClaims(attempt, house.now()), aud: 'login-client' };
  await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) });
  const read = await readTrace('site', attempt.attempt);
  expect(read.hint).toContain(`put the address of the connection here: \`${larkspur.audience('site')}\``);
  expect(read.steps.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    check: 'audience',
    expected: larkspur.audience('site'),
    seen: 'login-client',
  });
  expect(read.steps.at(-1)?.outcome).toBe('skipped');
});
