import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answersOf, type Flow } from './answers.js';

type Callback = (token?: unknown, error?: unknown) => void;

beforeEach(() => void vi.stubGlobal('window', globalThis));
afterEach(() => void vi.unstubAllGlobals());

const given = (
  flow: Flow,
  method: (callback: Callback, challenge?: string) => void,
  codeChallenge?: string,
) => {
  vi.stubGlobal('lpGetAuthenticationToken', method);
  const answers = answersOf(flow) as Record<string, (attempt: object) => Promise<unknown>>;
  return answers['lpGetAuthenticationToken']?.({ codeChallenge });
};

test('a text is a token in Implicit Flow and a code in Code Flow', async () => {
  expect(await given('implicit', (callback) => callback('a.b.c'))).toEqual({ idToken: 'a.b.c' });
  expect(await given('code', (callback) => callback('abc'))).toEqual({ code: 'abc' });
});

test('an object is a code with its redirect URI, which a token does not have', async () => {
  const object = { ssoKey: 'abc', redirect_uri: 'https://brand.example/back' };
  expect(await given('code', (callback) => callback(object))).toEqual({
    code: 'abc',
    redirectUri: 'https://brand.example/back',
  });
  expect(await given('implicit', (callback) => callback(object))).toEqual({ idToken: 'abc' });
});

test('whatever is no token, without an error, is nobody signed in', async () => {
  for (const token of [undefined, null, '', 7, {}, { ssoKey: 7 }])
    expect(await given('code', (callback) => callback(token, null))).toBeNull();
});

test('any error is a failure, also one that is false, and also beside a token', async () => {
  for (const error of ['not logged in', new Error('x'), 0, false, ''])
    await expect(given('code', (callback) => callback('abc', error))).rejects.toThrow(/an error/);
});

test('a method that throws has failed', async () => {
  const throwing = () => {
    throw new Error('of the page');
  };
  await expect(given('code', throwing)).rejects.toThrow('of the page');
});

test('the method gets the challenge as its second argument, where there is one', async () => {
  expect(await given('code', (callback, challenge) => callback(challenge), 'c-h')).toEqual({ code: 'c-h' });
});

test('a method deep in the page is called on its owner; one that is not there is not there', async () => {
  const chat = {
    token: 'of-the-owner',
    ask(callback: Callback) {
      callback(this.token);
    },
  };
  vi.stubGlobal('shop', { chat });
  const answers = answersOf('code') as Record<string, ((attempt: object) => Promise<unknown>) | undefined>;
  expect(await answers['shop:chat:ask']?.({})).toEqual({ code: 'of-the-owner' });
  for (const name of ['shop:chat:token', 'shop:chat:none', 'none', 'none:none'])
    expect(answers[name]).toBeUndefined();
});
