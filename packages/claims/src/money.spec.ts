import { expect, test } from 'vitest';
import { differenceOf, hundredths, moneyFrom, sumOf } from './money.js';

const of = (amount: string, currency = 'GBP') => ({ amount, currency });

test('no cent is lost, however large an amount is', () => {
  expect(hundredths(of('999999999999.99'))).toBe(99_999_999_999_999n);
  expect(moneyFrom(99_999_999_999_999n, 'GBP')).toEqual(of('999999999999.99'));
});

test('amounts below nothing keep their sign, also below one', () => {
  expect(hundredths(of('-0.50'))).toBe(-50n);
  expect(moneyFrom(-50n, 'GBP')).toEqual(of('-0.50'));
  expect(differenceOf(of('28'), of('14.00'))).toEqual(of('-14.00'));
});

test('amounts of several currencies have neither a sum nor a difference', () => {
  expect(sumOf([of('1'), of('2.05')])).toEqual(of('3.05'));
  expect(sumOf([of('1'), of('1', 'EUR')])).toBeUndefined();
  expect(sumOf([])).toBeUndefined();
  expect(differenceOf(of('1'), of('1', 'EUR'))).toBeUndefined();
});
