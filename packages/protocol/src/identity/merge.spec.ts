import { expect, test } from 'vitest';
import { type AnonymousPast, MERGE_WINDOW_MS, mayOffer } from './merge.js';

const now = new Date('2026-11-28T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const past: AnonymousPast = { sameKey: true, keyVerifiedBefore: false, lastMessageAt: ago(60_000) };

test('what a browser said anonymously just now is offered to whoever signs in there', () => {
  expect(mayOffer(past, now)).toBe(true);
  expect(mayOffer({ ...past, lastMessageAt: ago(MERGE_WINDOW_MS) }, now)).toBe(true);
});

test.each([
  ['another key spoke', { sameKey: false }],
  ['somebody was proven by this key before', { keyVerifiedBefore: true }],
  ['the last word is older than half an hour', { lastMessageAt: ago(MERGE_WINDOW_MS + 1) }],
  ['nothing was said', { lastMessageAt: null }],
])('nothing is offered where %s', (_, change) => {
  expect(mayOffer({ ...past, ...change }, now)).toBe(false);
});
