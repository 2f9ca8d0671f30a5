import type { Trace } from '@countersign/claims';
import type { AttemptView } from '@countersign/contracts';
import { calculateJwkThumbprint } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Database } from '../dist/common/database.js';
import { SweepService } from '../dist/identity/sweep.service.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { makeSigner } from './house/signer.js';

const KEPT_PER_DAY = 5;
let house: House;
let larkspur: Larkspur;
let page: Page;

beforeAll(async () => {
  house = await openHouse({ TRACE_REFUSED_PER_DAY: String(KEPT_PER_DAY), TRACE_DAYS: '7' });
  larkspur = await makeLarkspur(house, [
    implicit('site'),
    implicit('other'),
    implicit('flooded'),
    implicit('keys'),
    implicit('clock'),
  ]);
});
beforeEach(async () => {
  page = await larkspur.page();
});
afterAll(() => house.close());

const envelope = (attempt: AttemptView, wrong: Record<string, unknown> = {}, header = {}) =>
  larkspur.signer.sign({ ...goodClaims(attempt, house.now()), ...wrong }, header);

/** What was written down of an attempt, in order. */
const tracesOf = async ({ attempt }: Pick<AttemptView, 'attempt'>) => {
  const rows = await house.database.trace.findMany({
    where: { attemptId: attempt },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ trace, settled, outcome, reason }) => ({
    settled,
    outcome,
    reason,
    ...(trace as Omit<Trace, 'outcome' | 'reason'>),
  }));
};

/** Presents a token with something wrong, and reads the trace it left. */
async function refusedTrace(connection: string, wrong: Record<string, unknown>, header = {}) {
  const attempt = await page.attempt(connection);
  const answer = await page.prove(attempt, { idToken: await envelope(attempt, wrong, header) });
  expect(answer.problem().attempt).toBe(attempt.attempt);
  const [trace] = await tracesOf(attempt);
  if (!trace) throw new Error('The attempt left no trace.');
  return trace;
}

test('whatever becomes of an attempt leaves one trace, with the page it came from', async () => {
  const [verified, rejected, declined, failed] = [
    await page.attempt('site'),
    await page.attempt('site'),
    await page.attempt('site'),
    await page.attempt('site'),
  ];
  await page.prove(verified, { idToken: await envelope(verified) });
  await page.prove(rejected, { idToken: 'no.token.atall' });
  await page.open({ kind: 'no-proof', attempt: declined.attempt, why: 'declined' });
  await page.open({ kind: 'no-proof', attempt: failed.attempt, why: 'page_method_failed' });
  const told = await Promise.all([verified, rejected, declined, failed].map(tracesOf));
  expect(
    told.map((traces) => traces.map(({ outcome, reason, origin }) => [outcome, reason, origin])),
  ).toEqual([
    [['verified', null, ORIGIN]],
    [['rejected', 'proof_malformed', ORIGIN]],
    [['declined', null, ORIGIN]],
    [['rejected', 'page_method_failed', ORIGIN]],
  ]);
  expect(told[3]?.[0]?.steps.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    check: 'page',
    expected: 'a proof from getChatProof',
    seen: 'an error of the method',
  });
});

test('a trace is never written over, by nobody who speaks to the database as the service does', async () => {
  const attempt = await page.attempt('site');
  await page.prove(attempt, { idToken: await envelope(attempt) });
  const change = house.app
    .get(Database)
    .within(larkspur.view.id, (prisma) =>
      prisma.trace.updateMany({ where: { attemptId: attempt.attempt }, data: { outcome: 'rejected' } }),
    );
  await expect(change).rejects.toThrow(/a row of traces is never changed/);
});

test('the same proof sent again by the same browser is told once', async () => {
  const attempt = await page.attempt('site');
  const idToken = await envelope(attempt);
  await page.prove(attempt, { idToken });
  await page.prove(attempt, { idToken });
  expect(await tracesOf(attempt)).toHaveLength(1);
});

test('an attempt presented by another browser, or a second time, is told beside what settled it', async () => {
  const attempt = await page.attempt('site');
  const thief = await larkspur.page();
  const idToken = await envelope(attempt);
  expect((await thief.prove(attempt, { idToken })).problem().reason).toBe('attempt_unknown');
  await page.prove(attempt, { idToken });
  expect((await page.prove(attempt, { idToken: 'a.b.c' })).problem().reason).toBe('attempt_used');
  const told = await tracesOf(attempt);
  expect(told.map(({ outcome, reason, settled }) => [outcome, reason, settled])).toEqual([
    ['rejected', 'attempt_unknown', false],
    ['verified', null, true],
    ['rejected', 'attempt_used', false],
  ]);
  expect(told[0]?.steps[0]).toMatchObject({ check: 'attempt', outcome: 'failed', seen: 'another browser' });
});

test('a person is told from another by eight digits, and by nothing else', async () => {
  const attempts = await Promise.all([page.attempt('other'), page.attempt('other'), page.attempt('other')]);
  const people = [{ sub: 'one' }, { sub: 'one' }, { sub: 'two', email: 'two@gmail.com' }];
  for (const [index, attempt] of attempts.entries())
    await page.prove(attempt, { idToken: await envelope(attempt, people[index]) });
  const [first, second, third] = (await Promise.all(attempts.map(tracesOf))).map(
    ([trace]) => trace?.token?.claims,
  );
  expect(first?.['sub']).toMatch(/^#[0-9a-f]{8}$/);
  expect(second?.['sub']).toBe(first?.['sub']);
  expect(third?.['sub']).not.toBe(first?.['sub']);
  expect(third).toMatchObject({
    email: expect.stringMatching(/^#[0-9a-f]{8}$/),
    name: 'present',
    nonce: 'present',
  });
  expect(JSON.stringify([first, third])).not.toMatch(/Ada|two@|LM-4711/);
});

test('a trace names the key by id and thumbprint', async () => {
  const attempt = await page.attempt('site');
  await page.prove(attempt, { idToken: await envelope(attempt) });
  expect((await tracesOf(attempt))[0]).toMatchObject({
    keyId: 'larkspur-1',
    keyThumbprint: await calculateJwkThumbprint(larkspur.signer.publicJwk),
    token: { headers: [{ alg: 'RS256', kid: 'larkspur-1', typ: 'JWT' }] },
  });
});

test('a clock that runs ahead is told by how much, and in which direction', async () => {
  const iat = Math.floor(house.now().getTime() / 1_000) + 400;
  const { hint } = await refusedTrace('clock', { iat, exp: iat + 300 });
  expect(hint).toMatch(/is (399|400) seconds \(about 7 minutes\) ahead of this service’s/);
});

test('a clock that runs behind is told as that, since the nonce shows that the token is new', async () => {
  const iat = Math.floor(house.now().getTime() / 1_000) - 900;
  const { hint, reason } = await refusedTrace('clock', { iat, exp: iat + 300 });
  expect(reason).toBe('token_expired');
  expect(hint).toMatch(/is at least (899|900|901) seconds \(about 15 minutes\) behind/);
});

test('a wrong `kid` over a good signature is told with the right one', async () => {
  const { hint, reason } = await refusedTrace('keys', {}, { kid: 'larkspur-one' });
  expect(reason).toBe('key_unknown');
  expect(hint).toContain('the published key `larkspur-1` made it');
});

test('a signature of a former key is told as that, and is refused all the same', async () => {
  const attempt = await page.attempt('keys');
  await page.prove(attempt, { idToken: await envelope(attempt) });
  const next = await makeSigner('larkspur-2');
  const [own, ...others] = larkspur.brand.issuers;
  const turned = { ...own, keys: [next.publicJwk as never] } as typeof own;
  await house.operator.put('larkspur', { ...larkspur.brand, issuers: [turned as never, ...others] });
  const { hint, reason } = await refusedTrace('keys', {});
  await house.operator.put('larkspur', larkspur.brand);
  expect(reason).toBe('key_unknown');
  expect(hint).toMatch(/^A former key of the issuer made the signature, `larkspur-1`/);
});

test('of a flood of refused proofs the first are kept and the rest are counted; what is verified is kept', async () => {
  const connectionId = larkspur.view.connections.find(({ key }) => key === 'flooded')?.id ?? '';
  for (let sent = 0; sent < KEPT_PER_DAY + 3; sent++) {
    const attempt = await page.attempt('flooded');
    await page.prove(attempt, { idToken: await envelope(attempt, { aud: 'stranger' }) });
  }
  const good = await page.attempt('flooded');
  expect((await page.prove(good, { idToken: await envelope(good) })).status).toBe(200);
  const kept = (outcome: string) => house.database.trace.count({ where: { connectionId, outcome } });
  expect([await kept('rejected'), await kept('verified')]).toEqual([KEPT_PER_DAY, 1]);
  const days = await house.database.traceDay.findMany({ where: { connectionId } });
  expect(days).toMatchObject([{ refused: KEPT_PER_DAY + 3, dropped: 3 }]);
});

test('two refused at once never take one place twice', async () => {
  const attempts = await Promise.all(Array.from({ length: KEPT_PER_DAY + 4 }, () => page.attempt('other')));
  await Promise.all(attempts.map((attempt) => page.prove(attempt, { idToken: 'a.b.c' })));
  const connectionId = larkspur.view.connections.find(({ key }) => key === 'other')?.id ?? '';
  expect(await house.database.trace.count({ where: { connectionId, outcome: 'rejected' } })).toBe(
    KEPT_PER_DAY,
  );
});

test('a trace is gone after the days it is kept, and its attempt with it', async () => {
  const old = await page.attempt('site');
  await page.prove(old, { idToken: await envelope(old) });
  house.later({ minutes: 6 * 24 * 60 });
  await house.app.get(SweepService).sweep();
  expect(await tracesOf(old)).toHaveLength(1);
  house.later({ minutes: 2 * 24 * 60 });
  const young = await page.attempt('site');
  await page.prove(young, { idToken: await envelope(young) });
  await house.app.get(SweepService).sweep();
  expect(await tracesOf(old)).toEqual([]);
  expect(await house.database.attempt.count({ where: { id: old.attempt } })).toBe(0);
  expect(await house.database.traceDay.count()).toBe(0);
  expect(await tracesOf(young)).toHaveLength(1);
  house.resetClock();
});
