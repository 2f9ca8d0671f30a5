import { expect, test } from 'vitest';
import { formatsOf } from './formats';
import { cheapest, isNothing } from './money';

const way = (id: string, amount: string, currency = 'GBP') => ({ id, label: id, fee: { amount, currency } });

test('money is written by the reader’s locale', () => {
  expect(formatsOf('en-GB').money({ amount: '1028.5', currency: 'GBP' })).toBe('£1,028.50');
  expect(formatsOf('de-DE').money({ amount: '28.00', currency: 'EUR' })).toBe('28,00\u00a0€');
});

test('no cent of a large amount is lost', () => {
  expect(formatsOf('en-GB').money({ amount: '999999999999.99', currency: 'GBP' })).toBe(
    '£999,999,999,999.99',
  );
});

test('the cheapest way to pay has the lowest fee', () => {
  expect(cheapest([way('card', '0.50'), way('debit', '0.00'), way('shop', '1.50')])?.id).toBe('debit');
});

test('fees in two currencies have no cheapest', () => {
  expect(cheapest([way('card', '0.50'), way('wire', '0.10', 'EUR')])).toBeUndefined();
  expect(cheapest([])).toBeUndefined();
});

test('nothing is nothing, with or without cents', () => {
  expect(isNothing({ amount: '0.00', currency: 'GBP' })).toBe(true);
  expect(isNothing({ amount: '0', currency: 'GBP' })).toBe(true);
  expect(isNothing({ amount: '0.01', currency: 'GBP' })).toBe(false);
});
