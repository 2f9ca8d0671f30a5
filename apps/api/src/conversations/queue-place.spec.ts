import { queuePlace } from '@countersign/contracts';
import { expect, test } from 'vitest';
import type { Conversation } from './conversation.js';
import { placeOf, readPlace } from './queue-place.js';

const conversation = (more: Partial<Conversation>) =>
  ({
    id: '0190a000-0000-7000-8000-000000000001',
    state: 'waiting',
    waitingSince: new Date('2026-11-28T12:00:00.123Z'),
    openedAt: new Date('2026-11-28T11:00:00.000Z'),
    endedAt: null,
    ...more,
  }) as Conversation;

test('a place comes back as it went, to the millisecond', () => {
  const text = placeOf(conversation({}));
  expect(queuePlace.parse(text)).toBe(text);
  expect(readPlace(text)).toEqual({
    first: new Date('2026-11-28T12:00:00.123Z'),
    openedAt: new Date('2026-11-28T11:00:00.000Z'),
    id: '0190a000-0000-7000-8000-000000000001',
  });
});

test('who waits for nothing has a place too', () => {
  const text = placeOf(conversation({ waitingSince: null }));
  expect(queuePlace.parse(text)).toBe(text);
  expect(readPlace(text)?.first).toBeNull();
});

test('what looks like a date and is none is no place', () => {
  expect(
    readPlace('2026-99-99T00:00:00.000Z~2026-11-28T11:00:00.000Z~0190a000-0000-7000-8000-000000000001'),
  ).toBeNull();
});
