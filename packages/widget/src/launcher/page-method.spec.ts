import { afterEach, expect, test, vi } from 'vitest';
import { pageMethod } from './page-method.js';

afterEach(() => vi.unstubAllGlobals());

const attempt = { attempt: 'a-1' };

/** What the method of a page comes to, by whatever way it answers. */
const answerOf = async (page: object, name = 'getChatProof'): Promise<unknown> => {
  vi.stubGlobal('window', page);
  const method = pageMethod(name);
  expect(method).toBeTypeOf('function');
  return method?.(attempt);
};

test('a method answers by what it returns, or by what its promise comes to', async () => {
  expect(await answerOf({ getChatProof: () => ({ code: 'at once' }) })).toEqual({ code: 'at once' });
  expect(await answerOf({ getChatProof: async () => ({ code: 'later' }) })).toEqual({ code: 'later' });
});

test('a method with a second parameter answers by calling it', async () => {
  const getChatProof = (given: object, done: (proof: unknown) => void) => {
    setTimeout(() => done({ code: 'called', given }));
  };
  expect(await answerOf({ getChatProof })).toEqual({ code: 'called', given: attempt });
});

test('an error after the proof is a failure, and null alone is a decline', async () => {
  const failing = {
    getChatProof: (_: object, done: (p: unknown, e: unknown) => void) => done(null, 'broken'),
  };
  await expect(answerOf(failing)).rejects.toBe('broken');
  const declining = { getChatProof: (_: object, done: (proof: unknown) => void) => done(null) };
  expect(await answerOf(declining)).toBeNull();
});

test('a method with a second parameter may return its answer all the same', async () => {
  expect(await answerOf({ getChatProof: (_: object, __: unknown) => ({ idToken: 'a.b.c' }) })).toEqual({
    idToken: 'a.b.c',
  });
  const both = async (_: object, done: (proof: unknown) => void) => {
    await Promise.resolve();
    setTimeout(() => done({ code: 'after the promise' }));
  };
  expect(await answerOf({ getChatProof: both })).toEqual({ code: 'after the promise' });
});

test('a method that throws before it calls back has failed', async () => {
  const getChatProof = (_: object, __: unknown) => {
    throw new Error('broken');
  };
  await expect(answerOf({ getChatProof })).rejects.toThrow('broken');
});

test('a method that calls back is called at once, so that it may open a window', () => {
  const open = vi.fn();
  vi.stubGlobal('window', { getChatProof: (_: object, __: unknown) => open() });
  void pageMethod('getChatProof')?.(attempt);
  expect(open).toHaveBeenCalledOnce();
});

test('a method deep in the page is called on its owner; what is no function is no method', async () => {
  const shop = {
    name: 'shop',
    prove() {
      return this.name;
    },
  };
  expect(await answerOf({ shop }, 'shop.prove')).toBe('shop');
  expect(pageMethod('shop.name')).toBeUndefined();
  expect(pageMethod('nowhere.prove')).toBeUndefined();
});
