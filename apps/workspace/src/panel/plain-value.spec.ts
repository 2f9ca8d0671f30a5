import { expect, test } from 'vitest';
import { factLabel } from '../words/label';
import { knownValue, plainValue } from './plain-value';

test('a verified amount is written as an amount, a date of the catalogue as a date', () => {
  expect(knownValue({ name: 'credit', value: { amount: '-400.99', currency: 'GBP' } })).toMatch(/£400\.99/);
  expect(knownValue({ name: 'last_payment_date', value: '2026-11-23' })).toMatch(/2026/);
  expect(knownValue({ name: 'last_payment_date', value: '2026-11-23' })).not.toBe('2026-11-23');
});

test('what only looks like a date, or is said by the page, is written as it came', () => {
  expect(knownValue({ name: 'account_number', value: '2026-11-23' })).toBe('2026-11-23');
  expect(plainValue({ amount: '28.00', currency: 'GBP' })).toBe('{"amount":"28.00","currency":"GBP"}');
});

test("a brand's own fact is called as the brand calls it", () => {
  expect(factLabel({ name: 'tier', label: 'Tariff' })).toBe('Tariff');
  expect(factLabel({ name: 'renews_on' })).toBe('Renews on');
  expect(factLabel({ name: 'customer_id' })).toBe('Customer id');
});
