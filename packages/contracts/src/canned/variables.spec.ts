import { describe, expect, test } from 'vitest';
import { brokenIn, filled, variablesIn } from './variables.js';

const values: Readonly<Record<string, string>> = {
  name: 'Ada Osei',
  'package.name': 'Larkspur 40',
  'billing.balance': '£28.00',
};
const fill = (text: string) => filled(text, (path) => values[path]);

test.each([
  ['Hello {{name}}', 'Hello Ada Osei'],
  ['{{ name }}, you have {{package.name}}.', 'Ada Osei, you have Larkspur 40.'],
  ['{{name}} {{name}}', 'Ada Osei Ada Osei'],
  ['You owe {{billing.balance}}', 'You owe £28.00'],
  ['مرحبًا {{name}}', 'مرحبًا Ada Osei'],
  ['No places here', 'No places here'],
  ['{name} and {{}} and {{ }}', '{name} and {{}} and {{ }}'],
])('“%s” becomes “%s”', (text, expected) => {
  expect(fill(text)).toBe(expected);
});

test('a place without a value stays, and is found', () => {
  const text = fill('{{name}}: {{account_number}}');
  expect(text).toBe('Ada Osei: {{account_number}}');
  expect(variablesIn(text)).toEqual([{ path: 'account_number', from: 10, to: 28 }]);
});

test('what a customer is called fills no other place', () => {
  const text = filled('Hello {{name}}', () => '{{billing.balance}}');
  expect(variablesIn(text)).toEqual([]);
  expect(filled(text, () => 'secret')).not.toContain('secret');
});

test('a value with signs that mean something to a replacement is text', () => {
  expect(filled('{{name}}!', () => '$& $1 $$')).toBe('$& $1 $$!');
});

describe('what stands in braces and is no place', () => {
  test.each([
    ['{{Name of the customer}}', ['{{Name of the customer}}']],
    ['{{name', ['{{name']],
    ['{{}}', ['{{}}']],
    ['{{1name}}', ['{{1name}}']],
    ['name}}', ['}}']],
    ['{{name}} {{package.price}}', []],
    ['{ "a": { } }', []],
  ])('in “%s”: %s', (text, broken) => {
    expect(brokenIn(text)).toEqual(broken);
  });
});

test('a text of nothing but braces is read at once', () => {
  expect(variablesIn('{'.repeat(8_000))).toEqual([]);
  expect(brokenIn('{{'.repeat(4_000)).length).toBeGreaterThan(0);
});
