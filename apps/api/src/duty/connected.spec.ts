import { expect, test } from 'vitest';
import { Connected } from './connected.js';

test('an agent with two tabs is connected until both are gone', () => {
  const connected = new Connected();
  expect(connected.add('larkspur', 'mara')).toBe(true);
  expect(connected.add('larkspur', 'mara')).toBe(false);
  expect(connected.remove('larkspur', 'mara')).toBe(false);
  expect(connected.has('larkspur', 'mara')).toBe(true);
  expect(connected.remove('larkspur', 'mara')).toBe(true);
  expect(connected.has('larkspur', 'mara')).toBe(false);
  expect(connected.all()).toEqual([]);
});

test('who was never connected does not go', () => {
  const connected = new Connected();
  expect(connected.remove('larkspur', 'mara')).toBe(false);
  connected.add('juniper', 'mara');
  expect(connected.remove('larkspur', 'mara')).toBe(false);
  expect(connected.all()).toEqual([['juniper', ['mara']]]);
});
