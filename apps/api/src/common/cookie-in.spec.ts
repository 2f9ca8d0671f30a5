import { expect, test } from 'vitest';
import { cookieIn } from './cookie-in.js';

test('a cookie is found by its whole name', () => {
  expect(cookieIn('a=1; cs-agent=secret; b=2', 'cs-agent')).toBe('secret');
  expect(cookieIn('xcs-agent=1; cs-agent-txn-1=2', 'cs-agent')).toBeUndefined();
  expect(cookieIn(undefined, 'cs-agent')).toBeUndefined();
});

test('of two with one name the first counts', () => {
  expect(cookieIn('cs-agent=first; cs-agent=second', 'cs-agent')).toBe('first');
});

test('a value may hold an equals sign', () => {
  expect(cookieIn('cs-agent=a=b==', 'cs-agent')).toBe('a=b==');
});
