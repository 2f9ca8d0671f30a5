import type { IdentityRequest } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { RequestsService } from '../dist/conversations/requests.service.js';
import { FreshnessService } from '../dist/identity/freshness.service.js';
import { SessionGate } from '../dist/identity/session.gate.js';
import { Consumer } from './house/consumer.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const recent = { maxAgeSeconds: 60 };
const strong = { acrValues: ['gold'] };
let house: House;
let larkspur: Larkspur;
let requests: RequestsService;
let freshness: FreshnessService;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('fresh', { stepUp: { maxAgeSeconds: 300 } })]);
  requests = house.app.get(RequestsService);
  freshness = house.app.get(FreshnessService);
});
afterEach(() => house.resetClock());
afterAll(() => house.close());

const signedIn = (secondsAgo: number) => ({
  auth_time: Math.floor(house.now().getTime() / 1_000) - secondsAgo,
});
const sessionOf = async ({ session: { session } }: Consumer) => {
  const { brandId } = await house.database.session.findFirstOrThrow({ where: { id: session } });
  return house.app.get(SessionGate).read(brandId, session);
};

/** Somebody proven an hour after they signed in, who is about to do something. */
async function acting(sub: string) {
  const ada = await Consumer.verified(house, larkspur, { sub, ...signedIn(3_600) }, undefined, 'fresh');
  const { conversation } = await ada.say('I want to change my bank account');
  return { ada, conversation, session: await sessionOf(ada) };
}

test('a sensitive act asks first, and goes on once it is freshly proven', async () => {
  const { ada, conversation, session: before } = await acting('acting');
  expect(() => freshness.mustBeFresh(before, recent)).toThrow('step_up_required');
  const asked = await requests.demand(before, conversation, recent);
  expect(asked).toMatchObject({ kind: 'step-up', by: null });
  expect(await requests.demand(before, conversation, recent)).toEqual(asked);
  expect(await ada.line.hears<IdentityRequest>('identity:requested')).toEqual(asked);
  const request = asked?.id ?? '';
  expect(await ada.page.attempt('fresh', 'step-up', request)).toMatchObject({ maxAge: 60 });
  const how = { connection: 'fresh', reason: 'step-up', request } as const;
  const anew = await ada.proves(larkspur, { sub: 'acting', ...signedIn(0) }, how);
  const session = await sessionOf(anew);
  expect(await requests.demand(session, conversation, recent)).toBeNull();
  freshness.mustBeFresh(session, recent);
  house.later({ minutes: 3 });
  expect(() => freshness.mustBeFresh(session, recent)).toThrow('step_up_required');
  anew.close();
});

test('what the provider cannot prove is demanded of nobody, and lets nobody act', async () => {
  const { ada, conversation, session } = await acting('not-provable');
  await expect(requests.demand(session, conversation, strong)).rejects.toThrow('step_up_unavailable');
  expect(() => freshness.mustBeFresh(session, strong)).toThrow('step_up_unavailable');
  ada.close();
});

test('an act demands nothing of another person’s conversation', async () => {
  const { ada, session } = await acting('curious');
  const other = await acting('minding-their-own');
  await expect(requests.demand(session, other.conversation, recent)).rejects.toThrow(
    'conversation_not_found',
  );
  for (const one of [ada, other.ada]) one.close();
});

test('a stricter demand takes the place of a laxer one that is still open', async () => {
  const { ada, conversation, session } = await acting('stricter');
  const lax = await requests.demand(session, conversation, { maxAgeSeconds: 240 });
  const strict = await requests.demand(session, conversation, { maxAgeSeconds: 0 });
  expect(strict?.id).not.toBe(lax?.id);
  const late = await ada.page.tryAttempt('fresh', 'step-up', lax?.id);
  expect(late.problem().code).toBe('request_not_found');
  expect(await ada.page.attempt('fresh', 'step-up', strict?.id)).toMatchObject({ maxAge: 0 });
  ada.close();
});
