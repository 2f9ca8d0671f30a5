import { expect, test } from 'vitest';
import { wordsOf } from '../words/languages';
import { knownValue, plainValue } from './plain-value';

const words = wordsOf('en', 'en-GB');

test('a verified amount is written as an amount, a date of the catalogue as a date', () => {
  expect(knownValue({ name: 'credit', value: { amount: '-400.99', currency: 'GBP' } }, words)).toMatch(
    /£400\.99/,
  );
  expect(knownValue({ name: 'last_payment_date', value: '2026-11-23' }, words)).toMatch(/2026/);
  expect(knownValue({ name: 'last_payment_date', value: '2026-11-23' }, words)).not.toBe('2026-11-23');
});

test('what only looks like a date, or is said by the page, is written as it came', () => {
  expect(knownValue({ name: 'account_number', value: '2026-11-23' }, words)).toBe('2026-11-23');
  expect(plainValue({ amount: '28.00', currency: 'GBP' }, words)).toBe('{"amount":"28.00","currency":"GBP"}');
});

test('a fact is called as the catalogue calls it, in the language of whoever reads', () => {
  const arabic = wordsOf('ar').identity;
  expect(words.identity.factName('renews_on')).toBe('Renews on');
  expect(words.identity.factName('customer_id')).toBe('Customer id');
  expect(arabic.factName('customer_id')).toBe('رقم العميل');
  expect(arabic.factName('renews_on')).toBe('Renews on');
});
