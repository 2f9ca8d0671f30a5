import { expect, test } from 'vitest';
import { MemoryKeyStore } from './key-store.js';
import { isSameKey } from './proof-key.js';
import { keyOfPair, makeKey, makePair } from './web-key.js';

test('the private half of a browser’s key can sign, and cannot be read', async () => {
  const { privateKey } = await makePair();
  expect(privateKey.usages).toEqual(['sign']);
  expect(privateKey.extractable).toBe(false);
  for (const format of ['jwk', 'pkcs8'] as const)
    await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow('not extractable');
});

test('each brand has a key of its own, and removing one leaves the other', async () => {
  const store = new MemoryKeyStore();
  await store.make('larkspur');
  const juniper = await store.make('juniper');
  await store.remove('larkspur');
  expect(await store.load('larkspur')).toBeUndefined();
  expect(await store.load('juniper')).toBe(juniper);
});

test('a key is known again after it was cloned, as a store does, and taken for no other', async () => {
  const pair = await makePair();
  const key = await keyOfPair(pair);
  expect(isSameKey(key, await keyOfPair(structuredClone(pair)))).toBe(true);
  expect(isSameKey(key, await makeKey())).toBe(false);
});

test('of two that make a key at once, both get the one that was kept', async () => {
  const store = new MemoryKeyStore();
  const [one, other] = await Promise.all([store.make('larkspur'), store.make('larkspur')]);
  expect(one).toBe(other);
  expect(await store.load('larkspur')).toBe(one);
});
