import { randomUUID } from 'node:crypto';
import { type AttemptView, sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';

const OTHER_PAGE = 'https://help.larkspur.example';
let house: House;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [
    implicit('site', { origins: [ORIGIN, OTHER_PAGE] }),
    implicit('lenient', { onRejected: 'anonymous' }),
    implicit('shop'),
  ]);
});
afterAll(() => house.close());
afterEach(() => house.resetClock());

const envelope = (attempt: AttemptView, more: Record<string, unknown> = {}) =>
  larkspur.signer.sign({ ...goodClaims(attempt, house.now()), ...more });

test('the same proof again, by the same browser, gets the session it already has', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await envelope(attempt);
  const first = (await page.prove(attempt, { idToken })).as(sessionView);
  const second = (await page.prove(attempt, { idToken })).as(sessionView);
  expect(second.session).toBe(first.session);
  expect(second.token).not.toBe(first.token);
});

test('the same proof again opens nothing once its session has run out', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await envelope(attempt);
  expect((await page.prove(attempt, { idToken })).status).toBe(200);
  house.later({ minutes: 71 });
  expect((await page.prove(attempt, { idToken })).problem().code).toBe('session_ended');
});

test('the same rejected proof again gets the same reason, and is not judged anew', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await envelope(attempt, { aud: 'another' });
  await page.prove(attempt, { idToken });
  expect((await page.prove(attempt, { idToken })).problem().reason).toBe('audience_mismatch');
});

test('another proof with a used attempt is attempt_used', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  await page.prove(attempt, { idToken: await envelope(attempt, { aud: 'another' }) });
  const answer = await page.prove(attempt, { idToken: await envelope(attempt) });
  expect(answer.problem().reason).toBe('attempt_used');
});

test('of twenty different proofs that race for one attempt, one is judged', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const proofs = await Promise.all(Array.from({ length: 20 }, () => envelope(attempt)));
  const answers = await Promise.all(proofs.map((idToken) => page.prove(attempt, { idToken })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const others = answers.filter(({ status }) => status !== 200);
  expect(new Set(others.map((answer) => answer.problem().reason))).toEqual(new Set(['attempt_used']));
});

test('an attempt of another browser is attempt_unknown', async () => {
  const [victim, thief] = [await larkspur.page(), await larkspur.page()];
  const attempt = await victim.attempt('site');
  const idToken = await envelope(attempt);
  expect((await thief.prove(attempt, { idToken })).problem().reason).toBe('attempt_unknown');
  expect((await victim.prove(attempt, { idToken })).status).toBe(200);
});

test('an attempt begun on another page is attempt_unknown', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const answer = await page.at(OTHER_PAGE).prove(attempt, { idToken: await envelope(attempt) });
  expect(answer.problem().reason).toBe('attempt_unknown');
});

test('an attempt of another browser opens nothing, also where a rejected proof opens an anonymous chat', async () => {
  const [victim, thief] = [await larkspur.page(), await larkspur.page()];
  const attempt = await victim.attempt('lenient');
  const answer = await thief.prove(attempt, { idToken: await envelope(attempt) });
  expect(answer.problem().reason).toBe('attempt_unknown');
  expect(await house.database.session.count({ where: { attemptId: attempt.attempt } })).toBe(0);
});

test('a page that is not listed cannot tell an attempt that is from one that never was', async () => {
  const attempt = await (await larkspur.page()).attempt('site');
  const stranger = await larkspur.page('https://evil.example');
  for (const id of [attempt.attempt, randomUUID()]) {
    const answer = await stranger.prove({ attempt: id }, { idToken: 'e30.e30.e30' });
    expect(answer.problem()).toMatchObject({ status: 401, reason: 'attempt_unknown' });
  }
});

test('an attempt nobody began is attempt_unknown', async () => {
  const page = await larkspur.page();
  const answer = await page.prove({ attempt: randomUUID() }, { idToken: 'e30.e30.e30' });
  expect(answer.problem()).toMatchObject({ code: 'proof_rejected', reason: 'attempt_unknown' });
});

test('an attempt is over after ten minutes', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  house.later({ minutes: 10, seconds: 1 });
  const answer = await page.prove(attempt, { idToken: await envelope(attempt) });
  expect(answer.problem().reason).toBe('attempt_expired');
  const row = await house.database.trace.findFirst({ where: { attemptId: attempt.attempt } });
  expect(row?.trace).toMatchObject({
    outcome: 'rejected',
    reason: 'attempt_expired',
    hint: expect.any(String),
  });
});

test('a second envelope of the same jti by another browser is proof_replayed', async () => {
  const [first, second] = [await larkspur.page(), await larkspur.page()];
  const jti = randomUUID();
  const mine = await first.attempt('site');
  expect((await first.prove(mine, { idToken: await envelope(mine, { jti }) })).status).toBe(200);
  const theirs = await second.attempt('site');
  const answer = await second.prove(theirs, { idToken: await envelope(theirs, { jti }) });
  expect(answer.problem().reason).toBe('proof_replayed');
});

test('single use is counted by the issuer, whatever connection the envelope came by', async () => {
  const [first, second] = [await larkspur.page(), await larkspur.page()];
  const jti = randomUUID();
  const mine = await first.attempt('site');
  await first.prove(mine, { idToken: await envelope(mine, { jti }) });
  const theirs = await second.attempt('shop');
  const answer = await second.prove(theirs, { idToken: await envelope(theirs, { jti }) });
  expect(answer.problem().reason).toBe('proof_replayed');
});

test('a renewal answered with the proof that is already in use is proof_unchanged', async () => {
  const page = await larkspur.page();
  const jti = randomUUID();
  const first = await page.attempt('site');
  await page.prove(first, { idToken: await envelope(first, { jti }) });
  const renewal = await page.attempt('site', 'renew');
  const answer = await page.prove(renewal, { idToken: await envelope(renewal, { jti }) });
  expect(answer.problem().reason).toBe('proof_unchanged');
});

test('a proof presented again after sign-out opens nothing', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await envelope(attempt);
  const { token } = (await page.prove(attempt, { idToken })).as(sessionView);
  expect((await page.signOut(token)).status).toBe(204);
  expect((await page.prove(attempt, { idToken })).problem().code).toBe('session_ended');
  const again = await page.attempt('site');
  const { jti } = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as {
    jti: string;
  };
  const answer = await page.prove(again, { idToken: await envelope(again, { jti }) });
  expect(answer.problem().reason).toBe('session_ended');
});

test('one new person in five browsers at once is one consumer with five sessions', async () => {
  const sub = `twins-${randomUUID()}`;
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const page = await larkspur.page();
      const attempt = await page.attempt('site');
      return page.prove(attempt, { idToken: await envelope(attempt, { sub }) });
    }),
  );
  const sessions = answers.map((answer) => answer.as(sessionView).session);
  expect(new Set(sessions).size).toBe(5);
  expect(await house.database.consumer.count({ where: { subject: sub } })).toBe(1);
});

test('a hundred consumers who sign in within one moment all get in', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const page = await larkspur.page();
      const attempt = await page.attempt('site');
      const idToken = await envelope(attempt, { sub: `crowd-${index % 80}` });
      return (await page.prove(attempt, { idToken })).status;
    }),
  );
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
});

test('of ten sessions one browser opens at once, one lives', async () => {
  const page = await larkspur.page();
  await Promise.all(Array.from({ length: 10 }, () => page.tryAnonymous('site')));
  const live = { keyThumbprint: page.thumbprint, endedAt: null };
  expect(await house.database.session.count({ where: live })).toBe(1);
});

test('a rejected proof leaves no consumer, no fact and nothing claimed', async () => {
  const page = await larkspur.page();
  const sub = `rejected-${randomUUID()}`;
  const before = await house.database.usedProof.count();
  const attempt = await page.attempt('site');
  await page.prove(attempt, { idToken: await envelope(attempt, { sub, nonce: 'other' }) });
  expect(await house.database.consumer.count({ where: { subject: sub } })).toBe(0);
  expect(await house.database.usedProof.count()).toBe(before);
});

test('an attempt of a connection that was removed meanwhile opens nothing', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('lenient');
  const idToken = await envelope(attempt);
  const connections = larkspur.brand.connections.filter(({ key }) => key !== 'lenient');
  await house.operator.put('larkspur', { ...larkspur.brand, connections });
  expect((await page.prove(attempt, { idToken })).problem().code).toBe('connection_unknown');
});
