import { expect, test } from 'vitest';
import { honest, now, nowSeconds, openLarkspur, policy } from '../../test/honest.js';
import { forge, type Members } from '../attacks/index.js';
import { checks } from '../checks/index.js';
import { linesOf } from '../checks/list.js';
import { openProof } from './open.js';
import { judgeWithoutAttempt, withoutAttempt } from './without-attempt.js';

const larkspur = await openLarkspur();
const judged = async (claims: Members) => {
  const token = await forge({ ...honest, claims: { ...honest.claims, ...claims } }, larkspur);
  const opened = await openProof({ token, policy, decryptionKeys: [] });
  if (!opened.ok) throw new Error(opened.rejection.reason);
  return judgeWithoutAttempt({ opened, policy, keys: larkspur.published, now });
};
const outcomes = (steps: Awaited<ReturnType<typeof judged>>['steps']) =>
  Object.fromEntries(steps.map(({ check, outcome }) => [check, outcome]));

test('without an attempt the nonce and the freshness are not tried, and all else is', async () => {
  const { verdict, steps } = await judged({ nonce: 'of-nobody-knows', iat: nowSeconds - 200 });
  expect(verdict.kind).toBe('verified');
  expect(steps.map(({ check }) => check)).toEqual(linesOf(checks).map(({ name }) => name));
  expect(outcomes(steps)).toMatchObject({ nonce: 'not_tried', freshness: 'not_tried', audience: 'passed' });
});

test('what is wrong with the token itself is found all the same', async () => {
  const { verdict, steps } = await judged({ aud: 'somebody-else' });
  expect(verdict).toEqual({ kind: 'rejected', reason: 'audience_mismatch' });
  expect(outcomes(steps)).toMatchObject({ audience: 'failed', nonce: 'not_tried', subject: 'skipped' });
});

test('the lines of the shell stay where they were', () => {
  const line = (check: string, outcome: 'passed' | 'skipped' = 'passed') => ({
    check,
    sentence: '',
    outcome,
  });
  const steps = withoutAttempt([line('flow'), line('size'), line('nonce', 'skipped'), line('userinfo')]);
  expect(steps.at(0)?.check).toBe('flow');
  expect(steps.at(-1)?.check).toBe('userinfo');
  expect(steps.find(({ check }) => check === 'nonce')?.outcome).toBe('not_tried');
});
