import { expect, test } from 'vitest';
import { isSameKey, MemoryKeyStore, makeKey } from './key-store.js';

test('the private half of a browser’s key can sign, and cannot be read', async () => {
  const { privateKey } = await makeKey();
  expect(privateKey.usages).toEqual(['sign']);
  expect(privateKey.extractable).toBe(false);
  for (const format of ['jwk', 'pkcs8'] as const)
    await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow('not extractable');
});

test('each brand has a key of its own, and removing one leaves the other', async () => {
  const store = new MemoryKeyStore();
  const [larkspur, juniper] = [await makeKey(), await makeKey()];
  await store.save('larkspur', larkspur);
  await store.save('juniper', juniper);
  await store.remove('larkspur');
  expect(await store.load('larkspur')).toBeUndefined();
  expect(await store.load('juniper')).toBe(juniper);
});

test('a key is known again after it was cloned, as a store does, and taken for no other', async () => {
  const key = await makeKey();
  expect(await isSameKey(key, structuredClone(key))).toBe(true);
  expect(await isSameKey(key, await makeKey())).toBe(false);
});
