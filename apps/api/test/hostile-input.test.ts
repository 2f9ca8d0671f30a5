import { randomUUID } from 'node:crypto';
import { type ApiKeyRight, routes } from '@countersign/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { goodClaims } from './house/envelope.js';
import { hostileTexts, spoiltByShapes, spoiltByText } from './house/hostile.js';
import { type House, OPERATOR_KEY, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let agent: Agent;
let page: Page;
let apiKey: string;
const rights: ApiKeyRight[] = ['facts:write', 'sessions:end'];

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  agent = await desks.agent('larkspur', 'mara@gmail.com');
  apiKey = await house.operator.apiKey('larkspur', ['site'], rights);
  page = await larkspur.page();
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

const now = '2026-11-23T12:00:00.000Z';
type RouteName = keyof typeof routes;
const names = Object.keys(routes) as RouteName[];

/** A body of the right form for each route that takes one. */
const bodies: Partial<Record<RouteName, () => unknown>> = {
  beginAttempt: () => ({ brand: 'larkspur', connection: 'site', reason: 'first' }),
  openSession: () => ({
    brand: 'larkspur',
    kind: 'proof',
    attempt: randomUUID(),
    proof: { idToken: 'a.b.c' },
  }),
  pushFacts: () => ({
    version: 1,
    asOf: now,
    holdsUntil: now,
    facts: { account_number: 'LK-1', package: { name: 'S' } },
  }),
  putBrand: () => ({ ...larkspur.brand, agents: [] }),
  makeApiKey: () => ({ connections: ['site'], rights }),
  inviteAgent: () => ({ email: 'noor@gmail.com', name: 'Noor' }),
};

async function statusOf(name: RouteName, path: string, body: unknown): Promise<number> {
  const { method, caller } = routes[name];
  if (caller === 'page') return (await page.call(method, path, { body })).status;
  if (caller === 'agent') return (await agent.call(method as 'GET', path.replace('/v1/agent', ''))).status;
  const key = caller === 'operator' ? OPERATOR_KEY : apiKey;
  const response = await fetch(`${house.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.text();
  return response.status;
}

const pathsOf = (path: string, text: string): string[] => {
  const raw = encodeURIComponent(text.toWellFormed()) || '%20';
  const good = path.replace('{brand}', 'larkspur').replace('{connection}', 'site');
  const spoiltPath = (name: string) => path.replaceAll(/\{[^}]+\}/g, name);
  return [
    spoiltPath(raw),
    good.replaceAll(/\{[^}]+\}/g, raw),
    `${good.replaceAll(/\{[^}]+\}/g, randomUUID())}?brand=${raw}&before=${raw}&connection=${raw}&returnTo=${raw}&code=${raw}&state=${raw}`,
  ];
};

/** What each of so many bodies is answered, by what was sent. */
async function statusesOf(name: RouteName, worse: readonly unknown[]): Promise<Record<string, number>> {
  const tried: Record<string, number> = {};
  // One brand for all of them: each new one would have keys made for it, which takes longer than what is asked here.
  const path = routes[name].path
    .replace('{brand}', `spoilt-${randomUUID().slice(0, 8)}`)
    .replaceAll(/\{connection\}/g, larkspur.view.connections[0]?.id ?? '')
    .replaceAll(/\{[^}]+\}/g, 'ada');
  for (const body of worse)
    tried[JSON.stringify(body)?.slice(0, 300) ?? 'undefined'] = await statusOf(name, path, body);
  return tried;
}
const broken = (tried: Readonly<Record<string, number>>) =>
  Object.entries(tried).filter(([, status]) => status >= 500);

/** Spoils a body of the right form in every way that is tried. */
type Spoil = (body: unknown) => unknown[];

async function consumerIsSpared(spoil: Spoil): Promise<void> {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Hello');
  const events = {
    'message:send': { clientId: randomUUID(), conversation, text: 'x' },
    'conversation:resume': { conversation, after: 0 },
    'page:facts': { facts: { viewing: 'Plans' } },
    typing: { conversation, on: true },
    'conversation:end': { conversation: randomUUID() },
  };
  expect(await codesOf(guest.line, events, spoil)).not.toContain('internal_error');
  expect((await guest.say('Still here', conversation)).text).toBe('Still here');
  guest.close();
}

async function agentIsSpared(spoil: Spoil): Promise<void> {
  const line = await desks.line('larkspur', 'mara@gmail.com');
  const conversation = randomUUID();
  const events = {
    'conversation:watch': { conversation, after: 0 },
    'conversation:take': { conversation },
    'message:send': { clientId: randomUUID(), conversation, text: 'x' },
    'message:read': { conversation, number: 1 },
    typing: { conversation, on: true },
    'conversation:end': { conversation },
  };
  expect(await codesOf(line, events, spoil)).not.toContain('internal_error');
  expect(line.socket.connected).toBe(true);
  line.close();
}

// They are the same whatever the text: once is enough.
describe('what is no text', () => {
  test.each(names.filter((name) => name in bodies))('troubles no route: %s', async (name) => {
    expect(broken(await statusesOf(name, spoiltByShapes(bodies[name]?.())))).toEqual([]);
  });

  test('troubles no socket of a consumer', () => consumerIsSpared(spoiltByShapes));
  test('troubles no socket of an agent', () => agentIsSpared(spoiltByShapes));
});

describe.each(Object.entries(hostileTexts))('%s', (_, text) => {
  test.each(names)('troubles no route: %s', async (name) => {
    const body = bodies[name]?.();
    const tried: Record<string, number> = {};
    for (const path of pathsOf(routes[name].path, text)) tried[path] = await statusOf(name, path, body);
    if (body !== undefined) Object.assign(tried, await statusesOf(name, spoiltByText(body, text)));
    expect(broken(tried)).toEqual([]);
  });

  test('troubles no socket of a consumer', () => consumerIsSpared((body) => spoiltByText(body, text)));
  test('troubles no socket of an agent', () => agentIsSpared((body) => spoiltByText(body, text)));

  test('in the header of a token is refused with a reason', async () => {
    for (const member of ['kid', 'typ', 'cty', 'alg', text]) {
      const attempt = await page.attempt('site');
      const header = { alg: 'RS256', kid: 'larkspur-1', [member]: text };
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const answer = await page.prove(attempt, { idToken: `${part(header)}.${part({})}.${part('x')}` });
      expect(answer.status, member).toBe(401);
    }
  });

  test('in a signed claim opens a session or is refused with a reason', async () => {
    for (const claim of ['sub', 'name', 'account_number', 'jti', 'acr', 'azp', text]) {
      const attempt = await page.attempt('site');
      const claims = { ...goodClaims(attempt, house.now()), [claim]: text };
      const answer = await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) });
      expect(answer.status, claim).toBeLessThan(500);
    }
  });
});

async function codesOf(
  line: Line,
  events: Readonly<Record<string, unknown>>,
  spoil: Spoil,
): Promise<Set<string>> {
  const codes = new Set<string>();
  for (const [name, body] of Object.entries(events))
    for (const worse of spoil(body)) {
      const reply = await line.ask(name, worse);
      codes.add(reply.ok ? 'ok' : reply.problem.code);
    }
  return codes;
}
