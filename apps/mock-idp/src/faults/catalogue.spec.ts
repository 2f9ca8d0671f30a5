import { expect, test } from 'vitest';
import { catalogue, families } from './catalogue.js';
import { listed } from './list.js';

test('there are more than eighty faults, and no name stands twice', () => {
  const names = Object.values(families).flatMap((rows) => Object.keys(rows));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(Object.keys(catalogue).length);
  expect(names.length).toBeGreaterThan(80);
});

test.each(listed)('$name says in one sentence why it matters', ({ why }) => {
  expect(why).toMatch(/^[^.]+$/);
  expect(listed.filter((one) => one.why === why)).toHaveLength(1);
});
