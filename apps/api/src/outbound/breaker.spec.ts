import { expect, test } from 'vitest';
import { Breaker } from './breaker.js';

const failing = (times: number) => {
  const breaker = new Breaker();
  for (let time = 0; time < times; time += 1) breaker.failed('token', 0);
  return breaker;
};

test('four failures in a row leave an endpoint open to calls', () => {
  expect(failing(4).isOpen('token', 0)).toBe(false);
});

test('the fifth failure stops calls for ten seconds', () => {
  const breaker = failing(5);
  expect(breaker.isOpen('token', 9_999)).toBe(true);
  expect(breaker.isOpen('token', 10_000)).toBe(false);
});

test('one failure after the pause stops calls again', () => {
  const breaker = failing(5);
  breaker.failed('token', 10_000);
  expect(breaker.isOpen('token', 10_001)).toBe(true);
});

test('a success forgets all failures', () => {
  const breaker = failing(5);
  breaker.succeeded('token');
  breaker.failed('token', 0);
  expect(breaker.isOpen('token', 0)).toBe(false);
});

test('another endpoint is not held for it', () => {
  expect(failing(5).isOpen('userinfo', 0)).toBe(false);
});

test('of ever new endpoints that fail only so many are remembered', () => {
  const breaker = failing(5);
  for (let number = 0; number < 12_000; number += 1) breaker.failed(`new ${number}`, 0);
  expect(breaker.size).toBe(10_000);
});
