import { type AttemptView, type SessionView, sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Consumer } from './house/consumer.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import type { Page } from './house/page.js';

const OTHER_PAGE = 'https://help.larkspur.example';
let house: House;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [
    implicit('site', { origins: [ORIGIN, OTHER_PAGE], assuranceMinutes: 60 }),
    implicit('members', { minimum: 'verified' }),
    implicit('app', { origins: [], apps: true }),
  ]);
});
afterAll(() => house.close());
afterEach(() => house.resetClock());

const envelope = (attempt: AttemptView, sub = 'ada') =>
  larkspur.signer.sign({ ...goodClaims(attempt, house.now()), sub });

async function signIn(page: Page, sub = 'ada', reason: 'first' | 'renew' = 'first'): Promise<SessionView> {
  const attempt = await page.attempt('site', reason);
  return (await page.prove(attempt, { idToken: await envelope(attempt, sub) })).as(sessionView);
}

test('an anonymous session names nobody and holds for no time', async () => {
  const page = await larkspur.page();
  expect(await page.anonymous('site')).toMatchObject({
    assurance: 'anonymous',
    displayName: null,
    holdsUntil: null,
    conversation: null,
    rejected: null,
    attempt: null,
  });
});

test('a token is opaque, of 256 bits, and lives ten minutes', async () => {
  const { token, tokenExpiresAt } = await (await larkspur.page()).anonymous('site');
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(Date.parse(tokenExpiresAt) - house.now().getTime()).toBeGreaterThan(595_000);
  expect(await house.database.sessionToken.count({ where: { hash: token } })).toBe(0);
});

test('where only verified consumers may chat, an anonymous session is verification_required', async () => {
  const answer = await (await larkspur.page()).tryAnonymous('members');
  expect(answer.problem()).toMatchObject({ code: 'verification_required', status: 403 });
});

test('a browser that comes back resumes its anonymous session', async () => {
  const page = await larkspur.page();
  const before = await page.anonymous('site');
  const after = (await page.resume(null)).as(sessionView);
  expect(after.session).toBe(before.session);
  expect(after.token).not.toBe(before.token);
});

test('a browser with nothing to resume gets nothing', async () => {
  expect(await (await larkspur.page()).resume(null)).toMatchObject({ status: 204, text: '' });
});

test('a verified session goes on for the person the page names', async () => {
  const page = await larkspur.page();
  const { session } = await signIn(page);
  expect((await page.resume('ada')).as(sessionView)).toMatchObject({ session, assurance: 'verified' });
});

test.each([
  ['another person', 'grace', 'switched'],
  ['nobody', null, 'unnamed'],
])('a verified session ends when the page names %s', async (_, signedInAs, why) => {
  const page = await larkspur.page();
  const { session, token } = await signIn(page);
  expect((await page.resume(signedInAs)).status).toBe(204);
  expect((await page.resume('ada')).status).toBe(204);
  expect((await page.signOut(token)).problem().code).toBe('session_ended');
  const row = await house.database.session.findFirst({ where: { id: session } });
  expect(row?.endReason).toBe(why);
});

test('a name the page gives raises nothing: an anonymous session stays anonymous', async () => {
  const page = await larkspur.page();
  await page.anonymous('site');
  expect((await page.resume('ada')).as(sessionView)).toMatchObject({
    assurance: 'anonymous',
    displayName: null,
  });
});

test('another browser resumes nothing of this one', async () => {
  await signIn(await larkspur.page());
  expect((await (await larkspur.page()).resume('ada')).status).toBe(204);
});

test('a page that was taken from the list resumes nothing', async () => {
  const url = 'https://old.larkspur.example';
  const listed = [implicit('moving', { origins: [ORIGIN, url] })];
  const moving = await makeLarkspur(house, listed, { slug: 'moving' });
  const page = await moving.page(url);
  await page.anonymous('moving');
  expect((await page.resume(null)).status).toBe(200);
  await house.operator.put('moving', { ...moving.brand, connections: [implicit('moving')] });
  expect((await page.resume(null)).problem().code).toBe('origin_not_allowed');
});

test('a session stays on the origin it was opened on', async () => {
  const page = await larkspur.page();
  await signIn(page);
  expect((await page.at(OTHER_PAGE).resume('ada')).status).toBe(204);
});

test('signing in gives a new session and token, and the anonymous one is over', async () => {
  const page = await larkspur.page();
  const anonymous = await page.anonymous('site');
  const verified = await signIn(page);
  expect(verified.session).not.toBe(anonymous.session);
  expect((await page.signOut(anonymous.token)).problem().code).toBe('session_ended');
});

test('a renewal with another subject ends the old session', async () => {
  const page = await larkspur.page();
  const ada = await signIn(page, 'ada');
  const grace = await signIn(page, 'grace', 'renew');
  expect(grace.session).not.toBe(ada.session);
  expect((await page.signOut(ada.token)).problem().code).toBe('session_ended');
  const rows = await house.database.session.findMany({ where: { id: ada.session } });
  expect(rows[0]?.endReason).toBe('switched');
});

test('assurance is due from 80 percent, stale at its end, and over ten minutes later', async () => {
  const page = await larkspur.page();
  const { holdsUntil } = await signIn(page);
  expect(Date.parse(holdsUntil ?? '') - house.now().getTime()).toBeGreaterThan(59 * 60_000);
  const assurance = async () => (await page.resume('ada')).as(sessionView).assurance;
  house.later({ minutes: 47 });
  expect(await assurance()).toBe('verified');
  house.later({ minutes: 2 });
  expect(await assurance()).toBe('due');
  house.later({ minutes: 12 });
  expect(await assurance()).toBe('stale');
  house.later({ minutes: 10 });
  expect((await page.resume('ada')).status).toBe(204);
});

test('a renewal by the same person holds for its whole time again', async () => {
  const page = await larkspur.page();
  const first = await signIn(page);
  house.later({ minutes: 50 });
  const second = await signIn(page, 'ada', 'renew');
  expect(Date.parse(second.holdsUntil ?? '')).toBeGreaterThan(Date.parse(first.holdsUntil ?? ''));
  expect(second.assurance).toBe('verified');
});

test('a token is of no use ten minutes later', async () => {
  const page = await larkspur.page();
  const { token } = await page.anonymous('site');
  house.later({ minutes: 10, seconds: 1 });
  expect((await page.signOut(token)).problem().code).toBe('session_ended');
});

test('a token without its key opens nothing', async () => {
  const [page, thief] = [await larkspur.page(), await larkspur.page()];
  const { token } = await page.anonymous('site');
  expect((await thief.signOut(token)).problem().code).toBe('session_ended');
  expect((await page.signOut(token)).status).toBe(204);
});

test('without a token there is no session to end', async () => {
  const page = await larkspur.page();
  expect((await page.call('DELETE', '/v1/sessions/current')).problem().code).toBe('session_required');
});

test('an app without Origin opens a session by a connection with apps, and by no other', async () => {
  const app = await larkspur.page(null);
  expect((await app.anonymous('app')).assurance).toBe('anonymous');
  expect((await app.tryAnonymous('site')).problem().code).toBe('origin_not_allowed');
  expect((await app.tryAttempt('site')).problem().code).toBe('origin_not_allowed');
});

test('an app whose WebSocket names the service itself, as React Native’s does, is an app; a page that says so is none', async () => {
  const app = await larkspur.page(null);
  const talking = await Consumer.join(house, app, await app.anonymous('app'), house.url);
  expect((await talking.say('From a phone')).number).toBeGreaterThan(0);
  talking.close();
  const page = await larkspur.page();
  const refused = Consumer.join(house, page, await page.anonymous('site'), house.url);
  await expect(refused).rejects.toMatchObject({ data: { code: 'origin_not_allowed' } });
});

test('a page that is not listed opens no session and begins no attempt', async () => {
  const evil = await larkspur.page('https://www.evil.example');
  expect((await evil.tryAnonymous('site')).problem().code).toBe('origin_not_allowed');
  expect((await evil.tryAttempt('site')).problem().code).toBe('origin_not_allowed');
});
