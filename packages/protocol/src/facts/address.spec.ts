import type { Fact } from '@countersign/claims';
import { expect, test } from 'vitest';
import { addressOf } from './address.js';

const person = { issuer: 'https://login.larkspur.example', subject: 'ada' };
const fact = (value: Fact['value'], sealed = true): Fact => ({
  name: 'account_number',
  value,
  sealed,
  provenance: { source: 'id_token', at: '2026-11-23T12:00:00.000Z' },
});
const byNumber = { factsKey: 'kundennummer', mapping: { kundennummer: 'account_number' } };

test('somebody is addressed by subject where the connection names no claim', () => {
  expect(addressOf(person, [fact('LK-1')], { ...byNumber, factsKey: null })).toBe('ada');
});

test('somebody is addressed by the sealed value of the claim the connection names', () => {
  expect(addressOf(person, [fact('LK-1')], byNumber)).toBe('LK-1');
});

test.each([
  ['a value without a seal', [fact('LK-1', false)]],
  ['a value that is no text', [fact(7)]],
  ['no value at all', []],
])('%s addresses nobody, and the subject does not take its place', (_, facts) => {
  expect(addressOf(person, facts, byNumber)).toBeUndefined();
});
