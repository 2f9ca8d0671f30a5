import type { AttemptView, Problem } from '@countersign/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChatProblem } from './api.js';
import { askPage as askWithin, type PageMethod } from './page-method.js';
import { webDevice } from './platform/web-device.js';

const attempt: AttemptView = {
  attempt: '01a2072a-dfb5-74e0-86ed-494bf91d9484',
  reason: 'first',
  issuer: 'https://brand.example',
  clientId: 'chat',
  scope: 'openid',
  nonce: 'n-0S6',
  expiresAt: '2026-11-23T10:10:00.000Z',
};
const askPage = (method: PageMethod | undefined, given: AttemptView, limitMs: number, more?: number) =>
  askWithin(method, given, limitMs, webDevice.after, more);
const none = (why: string) => ({ kind: 'none', why });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the method is called before anything is awaited, so that it may open a window', () => {
  const method = vi.fn(() => null);
  void askPage(method, attempt, 1_000);
  expect(method).toHaveBeenCalledOnce();
});

test('a code, with its redirect URI, is a proof', async () => {
  const answer = await askPage(
    () => ({ code: 'abc', redirectUri: 'https://brand.example/back', more: 1 }),
    attempt,
    1_000,
  );
  expect(answer).toEqual({
    kind: 'proof',
    proof: { code: 'abc', redirectUri: 'https://brand.example/back' },
  });
});

test('an ID token is a proof, also from a promise', async () => {
  const answer = await askPage(async () => ({ idToken: 'a.b.c' }), attempt, 1_000);
  expect(answer).toEqual({ kind: 'proof', proof: { idToken: 'a.b.c' } });
});

test('null is a decline', async () => {
  expect(await askPage(() => null, attempt, 1_000)).toEqual(none('declined'));
});

test('nonsense is no proof', async () => {
  for (const answer of [42, 'abc', {}, { code: '' }, { code: 7 }, []])
    expect(await askPage(() => answer, attempt, 1_000)).toEqual(none('proof_missing'));
});

test('a method that throws or rejects has failed', async () => {
  const thrown = askPage(
    () => {
      throw new Error('broken');
    },
    attempt,
    1_000,
  );
  expect(await thrown).toEqual(none('page_method_failed'));
  expect(await askPage(() => Promise.reject(new Error('broken')), attempt, 1_000)).toEqual(
    none('page_method_failed'),
  );
});

test('a method of the client’s own says what the service said, and blames no page', async () => {
  const problem = {
    type: '',
    code: 'proof_rejected',
    title: '',
    status: 401,
    reason: 'provider_unavailable',
  };
  const refused = new ChatProblem('proof_rejected', problem as Problem);
  await expect(askPage(() => Promise.reject(refused), attempt, 1_000)).rejects.toBe(refused);
});

test('a method that never answers is given up, and told so by its signal', async () => {
  let signal: AbortSignal | undefined;
  const asked = askPage(
    (given) => {
      signal = (given as { signal: AbortSignal }).signal;
      return new Promise(() => undefined);
    },
    attempt,
    1_000,
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toEqual(none('page_method_silent'));
  expect(signal?.aborted).toBe(true);
});

test('a method that is silent is asked once more, where that is allowed, and its second answer counts', async () => {
  const method = vi.fn(() =>
    method.mock.calls.length === 1 ? new Promise(() => undefined) : { code: 'late' },
  );
  const asked = askPage(method, attempt, 1_000, 1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toEqual({ kind: 'proof', proof: { code: 'late' } });
  expect(method).toHaveBeenCalledTimes(2);
});

test('a method that stays silent when asked again is given up after twice the limit', async () => {
  const method = vi.fn(() => new Promise(() => undefined));
  const asked = askPage(method, attempt, 1_000, 1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await asked).toEqual(none('page_method_silent'));
  expect(method).toHaveBeenCalledTimes(2);
});

test('what was given up on answers late, and is not heard', async () => {
  let answerLate: (proof: object) => void = () => undefined;
  const method = vi.fn(() =>
    method.mock.calls.length === 1
      ? new Promise((resolve) => {
          answerLate = resolve;
        })
      : new Promise(() => undefined),
  );
  const asked = askPage(method, attempt, 1_000, 1);
  await vi.advanceTimersByTimeAsync(1_000);
  answerLate({ code: 'too late' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toEqual(none('page_method_silent'));
});

test('a method that throws is not asked again: it would throw again', async () => {
  const method = vi.fn(() => Promise.reject(new Error('broken')));
  expect(await askPage(method, attempt, 1_000, 1)).toEqual(none('page_method_failed'));
  expect(method).toHaveBeenCalledOnce();
});

test('a page without the method is told apart from one that fails', async () => {
  expect(await askPage(undefined, attempt, 1_000)).toEqual(none('page_method_missing'));
});

test('an answer that breaks when it is read is a method that failed', async () => {
  const answer = {
    get code() {
      throw new Error('broken');
    },
  };
  expect(await askPage(() => answer, attempt, 1_000)).toEqual(none('page_method_failed'));
});

test('a method that answers twice is heard once', async () => {
  const answer = await askPage(
    () =>
      new Promise((resolve) => {
        resolve({ code: 'first' });
        resolve({ code: 'second' });
      }),
    attempt,
    1_000,
  );
  expect(answer).toEqual({ kind: 'proof', proof: { code: 'first' } });
});
