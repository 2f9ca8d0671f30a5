import { expect, test } from 'vitest';
import { KeyRing } from './key-ring.js';

const kids = async (ring: KeyRing) => (await ring.published()).map(({ kid }) => kid);

test('two keys are published, and the first signs', async () => {
  const ring = new KeyRing();
  expect((await ring.list()).map(({ state }) => state)).toEqual(['current', 'next']);
  expect((await ring.current()).kid).toBe((await kids(ring))[0]);
});

test('no private member is ever published', async () => {
  for (const key of await new KeyRing().published())
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('a rotation lets the key sign that was published before, and keeps the former one', async () => {
  const ring = new KeyRing();
  const [former, next] = await kids(ring);
  await ring.rotate();
  expect((await ring.current()).kid).toBe(next);
  expect(await kids(ring)).toContain(former);
  expect((await ring.list()).map(({ state }) => state)).toEqual(['retired', 'current', 'next']);
});

test('two rotations at once turn twice', async () => {
  const ring = new KeyRing();
  await Promise.all([ring.rotate(), ring.rotate()]);
  expect((await ring.list()).map(({ state }) => state)).toEqual(['retired', 'retired', 'current', 'next']);
});

test('a revoked key is published no more, and another signs in its place', async () => {
  const ring = new KeyRing();
  const [former = '', next = ''] = await kids(ring);
  await ring.revoke(former);
  expect(await kids(ring)).not.toContain(former);
  expect((await ring.current()).kid).toBe(next);
  await ring.revoke((await kids(ring))[1] ?? '');
  expect((await ring.list()).map(({ state }) => state)).toEqual(['revoked', 'current', 'revoked', 'next']);
});

test('a key that never was cannot be revoked', async () => {
  expect(await new KeyRing().revoke('f'.repeat(40))).toBeUndefined();
});

test('the unpublished key stays the same, and out of the set', async () => {
  const ring = new KeyRing();
  const { kid } = await ring.unpublished();
  expect((await ring.unpublished()).kid).toBe(kid);
  expect(await kids(ring)).not.toContain(kid);
});
