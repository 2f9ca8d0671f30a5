import { expect, test } from 'vitest';
import { reject } from './rejection.js';

test('what a token said is cut at 200 characters', () => {
  const { seen } = reject('issuer_mismatch', 'https://id.example', 'x'.repeat(10_000));
  expect(seen).toHaveLength(200);
  expect(seen?.endsWith('…')).toBe(true);
});

test('a missing value reads as absent', () => {
  expect(reject('audience_mismatch', 'client', undefined)).toEqual({
    reason: 'audience_mismatch',
    expected: 'client',
    seen: 'absent',
  });
});

test('a rejection without values shows none', () => {
  expect(reject('nonce_mismatch')).toEqual({ reason: 'nonce_mismatch' });
});
