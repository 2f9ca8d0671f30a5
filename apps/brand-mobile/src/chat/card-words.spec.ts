import { expect, test } from 'vitest';
import { type Card, differenceWords, money, stateWords, troubleWords } from './card-words';

const card = (state: Card['state'], more: Partial<Card> = {}): Card =>
  ({ state, awaitsProof: false, outcome: null, ...more }) as Card;

test('an amount keeps its cents, however large it is', () => {
  expect(money({ amount: '90071992547409.93', currency: 'GBP' })).toContain('90,071,992,547,409.93');
});

test('a plan says what it costs more or less, and nothing of a minus', () => {
  expect(differenceWords({ amount: '10.00', currency: 'GBP' })).toMatch(/£10\.00 more a month$/);
  expect(differenceWords({ amount: '-4.00', currency: 'GBP' })).toMatch(/^[^-]*£4\.00 less a month$/);
  expect(differenceWords({ amount: '0.00', currency: 'GBP' })).toBe('The same price a month');
});

test('a card that nobody can vouch was carried out does not say that it was not', () => {
  expect(stateWords(card('refused', { outcome: { by: 'service' } as Card['outcome'] }))).toContain(
    'do not know yet',
  );
  expect(
    stateWords(
      card('refused', { outcome: { by: 'brand', note: 'The card is blocked.' } as Card['outcome'] }),
    ),
  ).toBe('It was not done. The card is blocked.');
  expect(stateWords(card('accepted', { awaitsProof: true }))).toContain('Confirm that it is you');
});

test('an answer that was not heard may be given again', () => {
  expect(troubleWords('unheard')).toContain('answer again');
});
