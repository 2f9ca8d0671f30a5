import { expect, test } from 'vitest';
import { newSigningKey, rotateKeys, signingKeyAt } from './signing-keys.js';

const start = new Date('2026-11-28T10:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const kids = (keys: readonly { jwk: { kid?: string } }[]) => keys.map(({ jwk }) => jwk.kid);

test('a new key is published an hour before it signs, and the old one a day after it did', async () => {
  const first = await rotateKeys([], { now: start, algorithm: 'ES256' });
  expect(signingKeyAt(first, start)).toBe(first[0]);

  const turned = await rotateKeys(first, { now: after(100) });
  expect(turned).toHaveLength(2);
  expect(turned[1]?.jwk.alg).toBe('ES256');
  expect(signingKeyAt(turned, after(3_699))).toBe(turned[0]);
  expect(signingKeyAt(turned, after(3_700))).toBe(turned[1]);

  const later = await rotateKeys(turned, { now: after(3_700 + 86_399) });
  expect(kids(later).slice(0, 2)).toEqual(kids(turned));
  const muchLater = await rotateKeys(turned, { now: after(3_700 + 86_400) });
  expect(kids(muchLater)).not.toContain(turned[0]?.jwk.kid);
  expect(signingKeyAt(muchLater, after(3_700 + 86_400))).toEqual(turned[1]);
});

test('while a new key waits no other is added', async () => {
  const turned = await rotateKeys(await rotateKeys([], { now: start }), { now: start });
  expect(await rotateKeys(turned, { now: after(10) })).toEqual(turned);
});

test('a list without a key that may sign says so', async () => {
  expect(() => signingKeyAt([], start)).toThrow('newSigningKey');
  const tomorrow = await newSigningKey('ES256', after(86_400));
  expect(() => signingKeyAt([tomorrow], start)).toThrow('newSigningKey');
});

test('what is kept survives as JSON, and its name is its thumbprint', async () => {
  const key = await newSigningKey('ES256', start);
  expect(JSON.parse(JSON.stringify(key))).toEqual(key);
  expect(key.jwk.kid).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
