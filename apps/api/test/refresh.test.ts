import { randomUUID } from 'node:crypto';
import { type SessionView, sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Answer } from './house/answer.js';
import { Backend } from './house/backend.js';
import { type House, openHouse } from './house/house.js';
import { CALLBACK, code, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { json, ScriptedProvider } from './house/provider.js';

const CLIENT = 'chat-of-larkspur';
let house: House;
let provider: ScriptedProvider;
let larkspur: Larkspur;
/** What the provider says of the person, and of the sign-in. */
let person: { sub: string; name?: string; auth_time: number };
/** What it changes in a renewed token, or answers instead. */
let renewed: Record<string, unknown>;
let refusal: { error: string; status: number } | undefined;

beforeAll(async () => {
  [house, provider] = await Promise.all([openHouse(), ScriptedProvider.start()]);
  larkspur = await makeLarkspur(
    house,
    [code('site', provider.url, { refresh: true, backchannelLogout: true, assuranceMinutes: 60 })],
    { issuers: [{ url: provider.url, label: 'Larkspur ID' }] },
  );
});
beforeEach(() => {
  const sub = `cust-${randomUUID()}`;
  person = { sub, name: 'Ada Larch', auth_time: seconds() - 60 };
  renewed = {};
  refusal = undefined;
  provider.on('token', async (response, { form }) => {
    const renews = form.get('grant_type') === 'refresh_token';
    if (renews && refusal) return json(response, { error: refusal.error }, refusal.status);
    const iat = seconds();
    const nonce = renews ? {} : { nonce: form.get('code') };
    const claims = { iss: provider.url, aud: CLIENT, iat, exp: iat + 300, jti: randomUUID(), ...person };
    json(response, {
      id_token: await provider.signer.sign({ ...claims, ...nonce, ...(renews ? renewed : {}) }),
      access_token: 'access',
      token_type: 'Bearer',
      refresh_token: `refresh-${randomUUID()}`,
    });
  });
});
afterEach(() => house.resetClock());
afterAll(async () => {
  await house.close();
  await provider.stop();
});

const seconds = () => Math.floor(house.now().getTime() / 1_000);
const renewals = () => provider.asked.filter(({ form }) => form.get('grant_type') === 'refresh_token');

async function prove(page: Page): Promise<SessionView> {
  const attempt = await page.attempt('site');
  // The scripted provider takes the code for the nonce.
  const answer = await page.prove(attempt, { code: attempt.nonce, redirectUri: CALLBACK });
  return answer.as(sessionView);
}
const refresh = (page: Page, token: string): Promise<Answer> =>
  page.call('POST', '/v1/sessions/current/refresh', { token });

/** A page that has a session which is due, with a token that still lives. */
async function due(): Promise<{ page: Page; before: SessionView }> {
  const page = await larkspur.page();
  await prove(page);
  house.later({ minutes: 50 });
  return { page, before: (await page.resume(person.sub)).as(sessionView) };
}

test('a proof that is due is renewed without the page: a new session of the same browser and family', async () => {
  const { page, before } = await due();
  const asked = renewals().length;
  const after = (await refresh(page, before.token)).as(sessionView);
  expect(renewals().length - asked).toBe(1);
  expect(after).toMatchObject({ assurance: 'verified', family: before.family, displayName: 'Ada Larch' });
  expect(after.session).not.toBe(before.session);
  expect(Date.parse(after.holdsUntil ?? '')).toBeGreaterThan(Date.parse(before.holdsUntil ?? ''));
  expect((await page.signOut(before.token)).problem().code).toBe('session_ended');
  expect((await page.signOut(after.token)).status).toBe(204);
});

test('each renewal brings the token for the next, and none lies in the database as it is', async () => {
  const { page, before } = await due();
  const once = (await refresh(page, before.token)).as(sessionView);
  const row = await house.database.session.findFirstOrThrow({ where: { id: once.session } });
  expect(row.refreshToken).toMatch(/^v2\./);
  const old = await house.database.session.findFirstOrThrow({ where: { id: before.session } });
  expect(old.refreshToken).toBeNull();
  house.later({ minutes: 50 });
  const again = (await page.resume(person.sub)).as(sessionView);
  expect((await refresh(page, again.token)).as(sessionView).assurance).toBe('verified');
  const used = renewals().map(({ form }) => form.get('refresh_token'));
  expect(new Set(used).size).toBe(used.length);
});

test('many that would renew one session at once make the provider be asked once', async () => {
  const { page, before } = await due();
  const tokens = [before.token];
  for (let tab = 1; tab < 20; tab += 1) tokens.push((await page.resume(person.sub)).as(sessionView).token);
  const asked = renewals().length;
  const answers = await Promise.all(tokens.map((token) => refresh(page, token)));
  expect(renewals().length - asked).toBe(1);
  const opened = answers.filter(({ status }) => status === 200).map((answer) => answer.as(sessionView));
  expect(opened.length).toBeGreaterThan(0);
  expect(new Set(opened.map(({ session }) => session)).size).toBe(1);
  // Each tab has a token of its own, and whoever came too late is told to resume.
  expect(new Set(opened.map(({ token }) => token)).size).toBe(opened.length);
  for (const late of answers.filter(({ status }) => status !== 200))
    expect(late.problem().code).toBe('session_ended');
});

test('what is not due yet is answered as it stands, and the provider is not asked', async () => {
  const page = await larkspur.page();
  const before = await prove(page);
  const asked = renewals().length;
  expect((await refresh(page, before.token)).as(sessionView).session).toBe(before.session);
  expect(renewals().length).toBe(asked);
});

test('facts the renewed token does not tell keep their value and their time', async () => {
  const { page, before } = await due();
  const factOf = async (name: string) =>
    house.database.fact.findFirstOrThrow({ where: { name, consumer: { subject: person.sub } } });
  const [name, sub] = [await factOf('name'), await factOf('sub')];
  renewed = { name: undefined };
  const after = (await refresh(page, before.token)).as(sessionView);
  expect(after.displayName).toBe('Ada Larch');
  expect((await factOf('name')).at).toEqual(name.at);
  expect((await factOf('sub')).at.getTime()).toBeGreaterThan(sub.at.getTime());
});

test.each<[string, Record<string, unknown>, string]>([
  ['of another person', { sub: 'somebody-else' }, 'refresh_refused'],
  ['of another issuer', { iss: 'https://id.juniper.example' }, 'issuer_mismatch'],
  ['for another client', { aud: 'the-shop' }, 'audience_mismatch'],
  ['of another sign-in', { auth_time: 1_700_000_000 }, 'refresh_refused'],
  ['with another nonce', { nonce: 'another' }, 'nonce_mismatch'],
  ['made before it was asked for', { iat: 1_700_000_000 }, 'token_too_old'],
])('a renewed token %s renews nothing, and the session stays as it was', async (_, changed, reason) => {
  const { page, before } = await due();
  renewed = changed;
  const problem = (await refresh(page, before.token)).problem();
  expect(problem).toMatchObject({ code: 'proof_rejected', reason });
  const trace = await house.database.trace.findFirst({ where: { attemptId: problem.attempt ?? '' } });
  expect(trace).toMatchObject({ outcome: 'rejected', reason });
  expect((await page.resume(person.sub)).as(sessionView).session).toBe(before.session);
});

test('a provider that refuses is not asked again; one that is away is', async () => {
  const { page, before } = await due();
  refusal = { error: 'temporarily_unavailable', status: 503 };
  expect((await refresh(page, before.token)).problem().reason).toBe('provider_unavailable');
  refusal = { error: 'invalid_grant', status: 400 };
  expect((await refresh(page, before.token)).problem().reason).toBe('refresh_refused');
  const asked = renewals().length;
  expect((await refresh(page, before.token)).problem().reason).toBe('refresh_refused');
  expect(renewals().length).toBe(asked);
});

test('twelve hours after the host proved the consumer the page is asked, whatever the provider would say', async () => {
  const page = await larkspur.page();
  let session = await prove(page);
  const begun = house.now().getTime();
  for (let hour = 0; hour < 16; hour += 1) {
    house.later({ minutes: 50 });
    const resumed = await page.resume(person.sub);
    if (resumed.status === 204) break;
    session = resumed.as(sessionView);
    const answer = await refresh(page, session.token);
    if (answer.status === 200) session = answer.as(sessionView);
    else expect(answer.problem().reason).toBe('refresh_refused');
    expect(Date.parse(session.holdsUntil ?? '') - begun).toBeLessThanOrEqual(12 * 3_600_000 + 2_000);
  }
  expect((await page.resume(person.sub)).status).toBe(204);
});

test('who signed out meanwhile is not brought back by a renewal that was under way', async () => {
  const { page, before } = await due();
  const backend = await Backend.of(house, 'larkspur');
  const honest = provider.signer;
  provider.on('token', async (response) => {
    expect((await backend.endSessions(person.sub)).status).toBe(200);
    const iat = seconds();
    const claims = { iss: provider.url, aud: CLIENT, iat, exp: iat + 300, jti: randomUUID(), ...person };
    json(response, { id_token: await honest.sign(claims), access_token: 'a', token_type: 'Bearer' });
  });
  expect((await refresh(page, before.token)).problem().reason).toBe('session_ended');
  expect((await page.resume(person.sub)).status).toBe(204);
});

test('a page that names another person meanwhile keeps the former one out', async () => {
  const { page, before } = await due();
  const honest = provider.signer;
  provider.on('token', async (response) => {
    expect((await page.resume('somebody-else')).status).toBe(204);
    const iat = seconds();
    const claims = { iss: provider.url, aud: CLIENT, iat, exp: iat + 300, jti: randomUUID(), ...person };
    json(response, { id_token: await honest.sign(claims), access_token: 'a', token_type: 'Bearer' });
  });
  expect((await refresh(page, before.token)).problem().reason).toBe('session_ended');
  expect((await page.resume(person.sub)).status).toBe(204);
});
