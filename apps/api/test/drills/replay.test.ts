import { sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../house/answer.js';
import { goodClaims } from '../house/envelope.js';
import { implicit, type Larkspur, makeLarkspur } from '../house/larkspur.js';
import { type Several, startSeveral } from '../house/several.js';
import { many } from './many.js';
import { report, whole } from './report.js';

const ENVELOPES = whole ? 1_000 : 60;
let several: Several;
let larkspur: Larkspur;

beforeAll(async () => {
  several = await startSeveral(2);
  larkspur = await makeLarkspur(several.house, [implicit('site'), implicit('lent', { mode: 'liveperson' })]);
});
afterAll(() => several.close());

const outcomeOf = (answer: Answer): string =>
  answer.status === 200 ? 'verified' : (answer.problem().reason ?? answer.problem().code);

const count = (values: readonly string[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const value of values) found[value] = (found[value] ?? 0) + 1;
  return found;
};

/** One envelope by two browsers, at two processes, at once. It answers no nonce, so that only the store can tell them apart. */
async function byTwo(): Promise<string> {
  const { nonce: _, ...claims } = goodClaims({ clientId: larkspur.audience('lent'), nonce: '' }, new Date());
  const idToken = await larkspur.signer.sign(claims);
  const ready = await Promise.all(
    several.urls.map(async (url) => {
      const page = (await larkspur.page()).through(url);
      return { page, attempt: await page.attempt('lent') };
    }),
  );
  const both = await Promise.all(ready.map(({ page, attempt }) => page.prove(attempt, { idToken })));
  return both.map(outcomeOf).sort().join(' and ');
}

/** One envelope by one browser, at two processes, at once. */
async function byOne(): Promise<string> {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await larkspur.signer.sign(goodClaims(attempt, new Date()));
  const both = await Promise.all(several.urls.map((url) => page.through(url).prove(attempt, { idToken })));
  const sessions = both.map((answer) => answer.as(sessionView).session);
  return new Set(sessions).size === 1 ? 'one session' : 'two sessions';
}

test('of two browsers that present one envelope to two processes at once, one is verified and one told of the replay', async () => {
  const begun = performance.now();
  const outcomes = count(await many(ENVELOPES, byTwo));
  const ms = Math.round(performance.now() - begun);
  report('One envelope, two browsers, two processes', [{ envelopes: ENVELOPES, ...outcomes, ms }]);
  expect(outcomes).toEqual({ 'proof_replayed and verified': ENVELOPES });
});

test('one browser that presents one envelope to two processes at once has one session', async () => {
  const begun = performance.now();
  const outcomes = count(await many(ENVELOPES, byOne));
  const ms = Math.round(performance.now() - begun);
  report('One envelope, one browser, two processes', [{ envelopes: ENVELOPES, ...outcomes, ms }]);
  expect(outcomes).toEqual({ 'one session': ENVELOPES });
});
