import { sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { panelOf, take, watch } from './house/agent.js';
import { Backend } from './house/backend.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const NOOR = 'noor@larkspur.example';
const LENA = 'lena.desk@gmail.com';
let house: House;
let larkspur: Larkspur;
let desks: Desks;
let backend: Backend;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site'), implicit('lent', { mode: 'liveperson' })]);
  desks = await Desks.open(house);
  await desks.staff(larkspur, [
    { email: NOOR, name: 'Noor' },
    { email: LENA, name: 'Lena', role: 'lead' },
  ]);
  backend = await Backend.of(house, 'larkspur');
});
afterAll(async () => {
  await house.close();
  await desks.close();
});
afterEach(() => house.resetClock());

let counted = 0;
const someone = () => `cust-${++counted}`;
const gone = (consumer: Consumer) => consumer.line.hears('disconnect');

/** Another tab of the same browser. */
async function tab({ page }: Consumer, signedInAs: string | null): Promise<Consumer> {
  return Consumer.join(house, page, (await page.resume(signedInAs)).as(sessionView));
}

test('signing out in one tab closes the others of that browser, and no other device', async () => {
  const sub = someone();
  const first = await Consumer.verified(house, larkspur, { sub });
  const [second, phone] = [await tab(first, sub), await Consumer.verified(house, larkspur, { sub })];
  await first.page.signOut(first.session.token);
  await Promise.all([gone(first), gone(second)]);
  expect(second.line.all<object>('session:changed')).toMatchObject([
    { session: first.session.session, assurance: 'ended', why: 'signed_out' },
  ]);
  expect((await first.page.resume(sub)).status).toBe(204);
  expect((await phone.say('Still here.')).text).toBe('Still here.');
});

test('the brand’s backend signs a consumer out on every device, and the agent’s panel says so', async () => {
  const sub = someone();
  const laptop = await Consumer.verified(house, larkspur, { sub });
  const phone = await Consumer.verified(house, larkspur, { sub });
  const { conversation } = await laptop.say('Where is my parcel?');
  const desk = await desks.line('larkspur', NOOR);
  await take(desk, conversation);
  await watch(desk, conversation);
  expect((await backend.endSessions(sub)).json()).toEqual({ ended: 2 });
  await Promise.all([gone(laptop), gone(phone)]);
  const { who } = await panelOf(desk, conversation, ({ who }) => who.assurance === 'revoked');
  expect(who.assurance).toBe('revoked');
  desk.close();
});

test('a lead signs a consumer out everywhere from the conversation, and it is on record', async () => {
  const sub = someone();
  const laptop = await Consumer.verified(house, larkspur, { sub });
  const phone = await Consumer.verified(house, larkspur, { sub });
  const { conversation } = await phone.say('Hello?');
  const lead = await desks.line('larkspur', LENA);
  expect(await lead.get('consumer:sign-out', { conversation })).toEqual({ ended: 2 });
  await Promise.all([gone(laptop), gone(phone)]);
  const entries = await house.database.auditEntry.findMany({ where: { action: 'consumer_signed_out' } });
  const own = entries.filter(({ actor }) => actor.startsWith('agent '));
  expect(own.map(({ detail }) => detail)).toEqual([{ connection: 'site', concerns: 'subject', sessions: 2 }]);
  lead.close();
});

test('a lead signs out a stranger in the browser they speak from', async () => {
  const stranger = await Consumer.anonymous(house, larkspur);
  const { conversation } = await stranger.say('Is anybody there?');
  const lead = await desks.line('larkspur', LENA);
  expect(await lead.get('consumer:sign-out', { conversation })).toEqual({ ended: 1 });
  await gone(stranger);
  expect((await stranger.page.resume(null)).status).toBe(204);
  lead.close();
});

test('an agent who does not lead signs nobody out', async () => {
  const consumer = await Consumer.verified(house, larkspur, { sub: someone() });
  const { conversation } = await consumer.say('Hello?');
  const desk = await desks.line('larkspur', NOOR);
  expect(await desk.problem('consumer:sign-out', { conversation })).toBe('lead_required');
  expect((await consumer.say('Still here.', conversation)).number).toBeGreaterThan(0);
  desk.close();
  consumer.close();
});

test('an attempt begun before a logout opens nothing after it, in that browser or another', async () => {
  const sub = someone();
  const here = await Consumer.verified(house, larkspur, { sub });
  const elsewhere = await larkspur.page();
  const [before, other] = [await here.page.attempt('site'), await elsewhere.attempt('site')];
  await backend.endSessions(sub);
  for (const [page, attempt] of [
    [here.page, before],
    [elsewhere, other],
  ] as const) {
    const idToken = await larkspur.signer.sign({ ...goodClaims(attempt, house.now()), sub });
    expect((await page.prove(attempt, { idToken })).problem()).toMatchObject({
      code: 'proof_rejected',
      reason: 'session_ended',
    });
  }
  house.later({ seconds: 1 });
  const anew = await elsewhere.attempt('site');
  const idToken = await larkspur.signer.sign({ ...goodClaims(anew, house.now()), sub });
  expect((await elsewhere.prove(anew, { idToken })).as(sessionView).assurance).toBe('verified');
});

test('an attempt begun before its browser signed out opens nothing, whoever it would have proven', async () => {
  const stranger = await Consumer.anonymous(house, larkspur);
  const attempt = await stranger.page.attempt('site');
  await stranger.page.signOut(stranger.session.token);
  const idToken = await larkspur.signer.sign({ ...goodClaims(attempt, house.now()), sub: someone() });
  expect((await stranger.page.prove(attempt, { idToken })).problem().reason).toBe('session_ended');
});

test('a proof without a nonce that was issued before a logout opens nothing after it', async () => {
  const sub = someone();
  const { nonce: _, ...claims } = goodClaims({ clientId: larkspur.audience('lent'), nonce: '' }, house.now());
  const idToken = await larkspur.signer.sign({ ...claims, sub });
  await backend.endSessions(sub);
  const page = await larkspur.page();
  const tried = await page.prove(await page.attempt('lent'), { idToken });
  expect(tried.problem().reason).toBe('session_ended');
  house.later({ seconds: 2 });
  const iat = Math.floor(house.now().getTime() / 1_000);
  const fresh = await larkspur.signer.sign({ ...claims, iat, exp: iat + 300, sub });
  expect((await page.prove(await page.attempt('lent'), { idToken: fresh })).status).toBe(200);
});

test('a proof and a logout that meet leave no session behind', async () => {
  for (let round = 0; round < 20; round += 1) {
    const sub = someone();
    const page = await larkspur.page();
    const attempt = await page.attempt('site');
    const idToken = await larkspur.signer.sign({ ...goodClaims(attempt, house.now()), sub });
    await Promise.all([page.prove(attempt, { idToken }), backend.endSessions(sub)]);
    const live = await house.database.session.count({ where: { endedAt: null, consumer: { subject: sub } } });
    expect(live).toBe(0);
  }
});

test('what a logout leaves behind is forgotten once nothing from before it could count', async () => {
  const sub = someone();
  await backend.endSessions(sub);
  const [tombstone] = await house.database.logout.findMany({ where: { subject: sub } });
  expect(tombstone?.by).toBe('backend');
  expect(Number(tombstone?.keepUntil) - house.now().getTime()).toBeGreaterThan(24 * 3_600_000);
});
