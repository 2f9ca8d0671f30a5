import { expect, test } from 'vitest';
import { newId } from './ids.js';

const at = (ms: number) => newId(new Date(ms));

test('an id is a UUID of version 7', () => {
  expect(at(Date.UTC(2026, 10, 23))).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('ids sort by the time they were made', () => {
  const times = [0, 1, 1_000, Date.UTC(2026, 10, 23), Date.UTC(2026, 10, 24)];
  const ids = times.map(at);
  expect([...ids].sort()).toEqual(ids);
});

test('ids of one moment differ', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => at(5))).size).toBe(1_000);
});
