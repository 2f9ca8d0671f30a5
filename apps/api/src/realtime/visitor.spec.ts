import { expect, test } from 'vitest';
import { visitorOf } from './visitor.js';

const come = (forwarded: string | undefined, trusted: number) =>
  visitorOf({ address: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } as never }, trusted);

test('without a trusted proxy a header says nothing', () => {
  expect(come('203.0.113.1', 0)).toBe('10.0.0.1');
});

test('one trusted proxy is believed about who came to it, and about nobody before', () => {
  expect(come('1.1.1.1, 203.0.113.1', 1)).toBe('203.0.113.1');
  expect(come('1.1.1.1, 203.0.113.1', 2)).toBe('1.1.1.1');
});

test('fewer hops than are trusted end at the first', () => {
  expect(come('203.0.113.1', 3)).toBe('203.0.113.1');
  expect(come(undefined, 1)).toBe('10.0.0.1');
});
