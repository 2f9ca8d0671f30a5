import { type CannedAnswer, cannedAnswer, cannedAnswers } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from './house/agent.js';
import { Answer } from './house/answer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse, WORKSPACE } from './house/house.js';
import { implicit, makeLarkspur } from './house/larkspur.js';

let house: House;
let desks: Desks;
let agent: Agent;
let lead: Agent;
let stranger: Agent;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  const larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'lead@gmail.com', name: 'Lea', role: 'lead' },
  ]);
  const juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(juniper, [{ email: 'mei@gmail.com', name: 'Mei', role: 'lead' }]);
  agent = await desks.agent('larkspur', 'mara@gmail.com');
  lead = await desks.agent('larkspur', 'lead@gmail.com');
  stranger = await desks.agent('juniper', 'mei@gmail.com');
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

async function call(who: Agent, method: string, path = '', body?: unknown): Promise<Answer> {
  const headers = { origin: WORKSPACE, 'content-type': 'application/json' };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const address = `${house.url}/v1/agent/canned-answers${path}`;
  return Answer.of(await who.browser.fetch(address, { method, headers, ...content }));
}
const list = async (who: Agent) => (await call(who, 'GET')).as(cannedAnswers).answers;
const add = async (title: string, text: string): Promise<CannedAnswer> =>
  (await call(lead, 'POST', '', { title, text })).as(cannedAnswer);

test('a lead keeps an answer, every agent of the brand reads it at once, and no other brand does', async () => {
  const line = await agent.connect();
  const kept = await add('Balance', 'Hello {{name}}, you owe {{billing.balance}}.');
  await line.hears('canned:changed');
  expect(await list(agent)).toEqual([kept]);
  expect(await list(stranger)).toEqual([]);
  expect((await call(stranger, 'DELETE', `/${kept.id}`)).problem().code).toBe('canned_answer_not_found');
  const changed = { title: 'Balance', text: 'You owe {{billing.balance}}.' };
  expect((await call(lead, 'PUT', `/${kept.id}`, changed)).as(cannedAnswer)).toEqual({
    id: kept.id,
    ...changed,
  });
  expect((await call(lead, 'DELETE', `/${kept.id}`)).status).toBe(204);
  expect(await list(agent)).toEqual([]);
  expect((await call(lead, 'DELETE', `/${kept.id}`)).problem().code).toBe('canned_answer_not_found');
  line.close();
});

test('who does not lead reads answers and writes none', async () => {
  const kept = await add('Hours', 'We are here from eight to eight.');
  const answer = { title: 'Mine', text: 'Whatever' };
  for (const [method, path] of [
    ['POST', ''],
    ['PUT', `/${kept.id}`],
    ['DELETE', `/${kept.id}`],
  ] as const)
    expect((await call(agent, method, path, answer)).problem().code, method).toBe('lead_required');
  expect(await list(agent)).toContainEqual(kept);
});

test('a place that names no fact is refused with what was expected, and nothing is kept', async () => {
  const answer = { title: 'Broken', text: 'Hello {{Name of customer}}' };
  const problem = (await call(lead, 'POST', '', answer)).problem();
  expect(problem.errors).toEqual([
    { path: 'text', message: expect.stringContaining('{{Name of customer}}, which names no fact') },
  ]);
  for (const bad of [
    { title: '', text: 'x' },
    { title: 'x', text: '  ' },
    { title: 'x'.repeat(81), text: 'x' },
  ])
    expect((await call(lead, 'POST', '', bad)).problem().code).toBe('request_malformed');
  expect((await list(lead)).map(({ title }) => title)).not.toContain('Broken');
});

test('of two answers of one title there is one, and none is renamed to another', async () => {
  const [first, second] = await Promise.all(
    ['one', 'two'].map((text) => call(lead, 'POST', '', { title: 'Twice', text })),
  );
  expect([first?.status, second?.status].sort()).toEqual([201, 409]);
  const other = await add('Once', 'x');
  const renamed = await call(lead, 'PUT', `/${other.id}`, { title: 'Twice', text: 'x' });
  expect(renamed.problem().code).toBe('canned_answer_exists');
});
