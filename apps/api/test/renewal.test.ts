import { randomUUID } from 'node:crypto';
import { type SessionView, sessionView, type TestClockView } from '@countersign/contracts';
import { type RunningMockIdp, startMockIdp } from '@countersign/mock-idp';
import { type Client, connectMockIdp, type MockIdp } from '@countersign/mock-idp/control';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Consumer } from './house/consumer.js';
import { type House, OPERATOR_KEY, openHouse } from './house/house.js';
import { CALLBACK, code, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';

const WALL_MS = 2_000;
let house: House;
let running: RunningMockIdp;
let idp: MockIdp;
let google: Client;
let larkspur: Larkspur;

beforeAll(async () => {
  [house, running] = await Promise.all([openHouse({ COUNTERSIGN_TEST_CLOCK: '1' }), startMockIdp()]);
  idp = connectMockIdp(running.url);
  const issuer = running.issuers['google'] ?? '';
  google = await idp.client({ issuer: 'google', name: 'Chat', redirectUris: [CALLBACK] });
  const { clientId, clientSecret } = google;
  const connection = code('google', issuer, { clientId, clientSecret, redirectUris: [CALLBACK] });
  const issuers = [{ url: issuer, label: 'Google' }];
  larkspur = await makeLarkspur(house, [connection], { issuers });
  // Whoever comes first waits for what is loaded once: that is no part of any journey.
  const page = await larkspur.page();
  const early = await Consumer.join(house, page, await prove(page, 'kat', 'first'));
  await early.say('Is anybody there?');
  early.close();
  await minutes(50);
  await prove(page, 'kat', 'renew');
  await moved({ reset: true });
});
afterEach(() => moved({ reset: true }));
afterAll(async () => {
  await house.close();
  await running.close();
});

/** Both clocks, by the doors anybody has. */
async function moved(change: { advanceSeconds: number } | { reset: true }): Promise<void> {
  const told = fetch(`${house.url}/v1/operator/test-clock`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
  const [answer, theirs] = await Promise.all([told, idp.setClock(change)]);
  const { now } = (await answer.json()) as TestClockView;
  expect(Math.abs(Date.parse(now) - Date.parse(theirs.now))).toBeLessThan(2_000);
}
const minutes = (count: number) => moved({ advanceSeconds: count * 60 });

/** Code Flow by Google: the page's method gets a code for this attempt, the service swaps it. */
async function prove(page: Page, person: string, reason: 'first' | 'renew'): Promise<SessionView> {
  const attempt = await page.attempt('google', reason);
  expect(attempt.reason).toBe(reason);
  const back = await idp.signIn({
    issuer: 'google',
    clientId: google.clientId,
    person,
    state: attempt.attempt,
    nonce: attempt.nonce,
    codeChallenge: attempt.codeChallenge,
  });
  return (await page.prove(attempt, { code: back['code'] ?? '', redirectUri: CALLBACK })).as(sessionView);
}

type Tokens = { access_token: string; refresh_token?: string; expires_in: number; error?: string };
async function tokens(parameters: Record<string, string>): Promise<Tokens> {
  const { clientId: client_id, clientSecret: client_secret } = google;
  const body = new URLSearchParams({ client_id, client_secret, ...parameters });
  const answer = await fetch(`${running.issuers['google']}/token`, { method: 'POST', body });
  return (await answer.json()) as Tokens;
}
const userinfo = async (accessToken: string): Promise<number> => {
  const headers = { authorization: `Bearer ${accessToken}` };
  return (await fetch(`${running.issuers['google']}/v1/userinfo`, { headers })).status;
};

/**
 * Fails when the journey was slow, and says how long it took. Where others use the machine the wall clock measures them:
 * then the processor's time decides, of this process, which is the stand-in, the API and the test in one.
 */
function timed(span: string): () => void {
  const begun = performance.now();
  const before = process.cpuUsage();
  return () => {
    const wall = Math.round(performance.now() - begun);
    const { user, system } = process.cpuUsage(before);
    const processor = Math.round((user + system) / 1_000);
    process.stdout.write(`${span} of clock took ${wall} ms of wall time, ${processor} ms of the processor\n`);
    expect(Math.min(wall, processor)).toBeLessThan(WALL_MS);
  };
}

test('a consumer who proves again every fifty minutes chats for two hours, in under two seconds', async () => {
  const done = timed('two hours');
  const begun = house.now();
  const page = await larkspur.page();
  let ada = await Consumer.join(house, page, await prove(page, 'ada', 'first'));
  const { conversation } = await ada.say('Hello');
  for (const left of [50, 50, 20]) {
    await minutes(left);
    const before = ada;
    ada = await Consumer.join(house, page, await prove(page, 'ada', 'renew'));
    expect(await before.line.hears('session:changed')).toMatchObject({ assurance: 'ended', why: 'replaced' });
    expect(ada.session).toMatchObject({ assurance: 'verified', conversation: { id: conversation } });
    expect((await ada.say('Still here', conversation)).conversation).toBe(conversation);
  }
  expect(house.now().getTime() - begun.getTime()).toBeGreaterThanOrEqual(2 * 60 * 60_000);
  ada.close();
  done();
});

test('a proof that is not renewed is due, then stale and its messages are held, then ended', async () => {
  const done = timed('an hour and a quarter');
  const page = await larkspur.page();
  const ada = await Consumer.join(house, page, await prove(page, 'ada', 'first'));
  const { conversation } = await ada.say('Hello');
  const subject = (await idp.people()).find(({ id }) => id === 'ada')?.subjects['google'] ?? '';
  const assurance = async () => (await page.resume(subject)).as(sessionView).assurance;
  const refusal = () =>
    ada.line.problem('message:send', { clientId: randomUUID(), conversation, text: 'Anybody?' });

  await minutes(47);
  expect(await assurance()).toBe('verified');
  await minutes(2);
  expect(await assurance()).toBe('due');
  expect((await ada.say('Due, and heard', conversation)).conversation).toBe(conversation);
  await minutes(12);
  expect(await ada.line.hears('session:changed')).toMatchObject({ assurance: 'stale' });
  expect(await assurance()).toBe('stale');
  expect(await refusal()).toBe('sending_held');
  await minutes(10);
  expect(
    await ada.line.hears<{ assurance: string }>('session:changed', (one) => one.assurance === 'ended'),
  ).toMatchObject({ why: 'expired' });
  await ada.line.hears('disconnect');
  expect((await page.resume(subject)).status).toBe(204);
  const row = await house.database.session.findFirstOrThrow({ where: { id: ada.session.session } });
  expect(row.endReason).toBe('expired');
  done();
});

test('the access token of the stand-in is an hour old when the clock says so, and is refreshed', async () => {
  const done = timed('two hours of an access token');
  const back = await idp.signIn({
    issuer: 'google',
    clientId: google.clientId,
    person: 'ben',
    parameters: { access_type: 'offline', prompt: 'consent' },
  });
  const first = await tokens({
    grant_type: 'authorization_code',
    code: back['code'] ?? '',
    redirect_uri: CALLBACK,
  });
  expect(await userinfo(first.access_token)).toBe(200);
  await minutes(61);
  expect(await userinfo(first.access_token)).toBe(401);
  const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
  const second = await tokens(refresh);
  expect(await userinfo(second.access_token)).toBe(200);
  await minutes(61);
  expect(await userinfo(second.access_token)).toBe(401);
  // Six months without use, and the grant is gone.
  await minutes(184 * 24 * 60);
  expect((await tokens(refresh)).error).toBe('invalid_grant');
  done();
});
