import { setTimeout as pause } from 'node:timers/promises';
import type { AttemptView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../house/answer.js';
import { goodClaims } from '../house/envelope.js';
import { implicit, type Larkspur, makeLarkspur } from '../house/larkspur.js';
import type { Page } from '../house/page.js';
import { ScriptedProvider } from '../house/provider.js';
import { type Several, startSeveral } from '../house/several.js';
import { makeSigner, type Signer } from '../house/signer.js';
import { many } from './many.js';
import { report, whole } from './report.js';

/**
 * How many a second, for how long, and at which seconds the keys turn. Strangers make the service look every ten
 * seconds, whether keys turn or not: each turn falls between two looks, and the last stranger waits for the second.
 */
const PLAN = whole
  ? { honest: 100, strangers: 20, seconds: 18, turns: [4, 14] }
  : { honest: 20, strangers: 5, seconds: 8, turns: [2] };
const LONGEST_MS = 10_000;

type Made = { readonly status: number; readonly reason: string | undefined; readonly ms: number };
let several: Several;
let provider: ScriptedProvider;
let larkspur: Larkspur;

beforeAll(async () => {
  [several, provider] = await Promise.all([startSeveral(1), ScriptedProvider.start()]);
  larkspur = await makeLarkspur(several.house, [implicit('site', { issuer: provider.url })], {
    issuers: [{ url: provider.url, label: 'Turning' }],
  });
});
afterAll(async () => {
  await several.close();
  await provider.stop();
});

const reasonOf = (answer: Answer) =>
  answer.status === 200 ? undefined : (answer.problem().reason ?? answer.problem().code);

type Ready = { readonly page: Page; readonly attempt: AttemptView };

/** Consumers who have opened the chat and have an attempt in hand, so that the load is nothing but proofs. */
const makeReady = (count: number): Promise<Ready[]> =>
  many(count, async () => {
    const page = await larkspur.page();
    return { page, attempt: await page.attempt('site') };
  });

async function prove(
  { page, attempt }: Ready,
  signer: Signer,
  header: Record<string, string> = {},
): Promise<Made> {
  const claims = { ...goodClaims(attempt, new Date()), iss: provider.url, sub: `c-${attempt.attempt}` };
  const idToken = await signer.sign(claims, header);
  const begun = performance.now();
  const answer = await page.prove(attempt, { idToken });
  return { status: answer.status, reason: reasonOf(answer), ms: performance.now() - begun };
}

/** So many a second, evenly, until the time is over; then whatever is still under way. */
async function evenly(
  perSecond: number,
  seconds: number,
  one: (second: number) => Promise<Made>,
): Promise<Made[]> {
  const begun = performance.now();
  const made: Promise<Made>[] = [];
  for (;;) {
    const second = (performance.now() - begun) / 1_000;
    if (second >= seconds) return Promise.all(made);
    while (made.length < second * perSecond) made.push(one(second));
    await pause(5);
  }
}

const at = (sorted: readonly number[], part: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

test('while keys turn and strangers name keys that never were, no honest proof is refused', async () => {
  const keys = [
    provider.signer,
    ...(await Promise.all(PLAN.turns.map((turn) => makeSigner(`turned-at-${turn}`)))),
  ];
  const stranger = await makeSigner('nobody');
  const [first, ...ready] = await makeReady(1 + (PLAN.honest + PLAN.strangers) * (PLAN.seconds + 1));
  if (first) await prove(first, provider.signer);
  const next = (): Ready => {
    const one = ready.pop();
    if (!one) throw new Error('There are fewer consumers than the plan needs');
    return one;
  };
  const begun = performance.now();
  const before = provider.count('keys');
  let turned = 0;
  const current = (second: number): Signer => {
    const due = PLAN.turns.filter((turn) => turn <= second).length;
    // Published in the moment in which it is first used: the worst a provider can do.
    while (turned < due) provider.publish(keys[++turned] as Signer);
    return keys[turned] as Signer;
  };
  const [honest, strangers] = await Promise.all([
    evenly(PLAN.honest, PLAN.seconds, (second) => prove(next(), current(second))),
    evenly(PLAN.strangers, PLAN.seconds, () => prove(next(), stranger, { kid: crypto.randomUUID() })),
  ]);
  const refused = honest.filter(({ status }) => status !== 200);
  const looks = provider.count('keys') - before;
  const ms = honest.map((one) => one.ms).sort((a, b) => a - b);
  report('Keys that turn under load', [
    {
      'honest proofs': honest.length,
      'wrongly refused': refused.length,
      'strangers refused': strangers.filter(({ reason }) => reason === 'key_unknown').length,
      turns: PLAN.turns.length,
      'looks at the keys': looks,
      'median ms': at(ms, 0.5),
      'p99 ms': at(ms, 0.99),
      'longest ms': at(ms, 1),
    },
  ]);
  expect(refused).toEqual([]);
  expect(strangers.map(({ reason }) => reason)).toEqual(strangers.map(() => 'key_unknown'));
  // One look in ten seconds, however many ask.
  expect(looks).toBeLessThanOrEqual(Math.ceil((performance.now() - begun) / LONGEST_MS));
  // Time is only told from a run that has the machine to itself.
  if (!whole) return;
  expect(looks).toBeLessThanOrEqual(PLAN.turns.length);
  expect(at(ms, 1)).toBeLessThanOrEqual(LONGEST_MS);
}, 120_000);
