import { describe, expect, test } from 'vitest';
import type { Fact } from '../facts/fact.js';
import { type CardWish, cardBody, cardWish, readCard } from './card.js';
import { cheapestWay, fillCard, wishOf } from './fill.js';
import { offers } from './offer.js';
import { actionAnswer } from './outcome.js';
import { cardInWords } from './words.js';

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const has = { name: 'Larkspur 40', price: gbp('28.00'), allowance: '40 GB', contractEndsOn: '2027-04-28' };
const large = {
  id: 'larkspur-100',
  to: { name: 'Larkspur 100', price: gbp('38.00'), allowance: '100 GB' },
  why: 'You used 61 GB in October and paid £13 for more.',
  terms: 'Twelve months.',
};
const october = {
  id: '2026-10',
  period: 'October 2026',
  amount: gbp('28.00'),
  dueOn: '2026-11-30',
  status: 'open' as const,
};
const september = { ...october, id: '2026-09', period: 'September 2026', status: 'paid' as const };
const ways = [
  { id: 'card', label: 'Card on file', fee: gbp('0.50') },
  { id: 'bank', label: 'Bank transfer', fee: gbp('0.00') },
];
const billing = { balance: gbp('28.00'), bills: [october, september], ways };

const fact = (name: string, value: unknown, more: Partial<Fact> = {}): Fact => ({
  name,
  value: value as Fact['value'],
  sealed: true,
  provenance: { source: 'brand_server', at: '2026-11-28T12:00:00.000Z' },
  ...more,
});
const facts = [fact('package', has), fact('offers', [large]), fact('billing', billing)];
const wish: CardWish = { type: 'offer', offer: 'larkspur-100' };
const toPay: CardWish = { type: 'bill', bills: ['2026-10'] };

describe('a card is filled from verified facts', () => {
  test('an offer says what somebody has, what they would have, and the difference', () => {
    expect(fillCard(wish, facts, 'verified')).toEqual({
      type: 'offer',
      version: 1,
      offer: 'larkspur-100',
      from: { name: 'Larkspur 40', price: gbp('28.00'), allowance: '40 GB' },
      to: large.to,
      difference: gbp('10.00'),
      why: large.why,
      terms: large.terms,
      assurance: 'verified',
    });
  });

  test('a bill says each way to pay with all it comes to, and which is cheapest', () => {
    expect(fillCard(toPay, facts, 'step-up')).toMatchObject({
      bills: [october],
      total: gbp('28.00'),
      ways: [
        { id: 'card', total: gbp('28.50') },
        { id: 'bank', total: gbp('28.00') },
      ],
      cheapest: 'bank',
      assurance: 'step-up',
    });
  });

  test('the same facts make the same card from its own reference', () => {
    for (const wished of [wish, toPay]) {
      const card = fillCard(wished, facts, 'verified');
      expect(card && fillCard(wishOf(card), facts, 'verified')).toEqual(card);
    }
  });

  test('it is called by what it is about, without amounts', () => {
    const words = [wish, toPay].map((one) => {
      const card = fillCard(one, facts, 'verified');
      return card && cardInWords(card);
    });
    expect(words).toEqual(['Offer: Larkspur 100 in place of Larkspur 40', 'Bill to pay: October 2026']);
  });
});

describe('what the facts do not hold makes no card', () => {
  test.each([
    ['an offer of another id', { type: 'offer', offer: 'larkspur-1' }, facts],
    ['a bill that is paid', { type: 'bill', bills: ['2026-09'] }, facts],
    ['one bill of two that is not there', { type: 'bill', bills: ['2026-10', '1999-01'] }, facts],
    ['no offers at all', wish, [fact('package', has)]],
    ['nothing that is known of what they have', wish, [fact('offers', [large])]],
    [
      'offers a page speaks of',
      wish,
      [
        fact('package', has),
        fact('offers', [large], {
          sealed: false,
          provenance: { source: 'page', at: '2026-11-28T12:00:00.000Z' },
        }),
      ],
    ],
    [
      'a page’s fact that calls itself sealed',
      wish,
      [
        fact('package', has),
        fact('offers', [large], { provenance: { source: 'page', at: '2026-11-28T12:00:00.000Z' } }),
      ],
    ],
    [
      'offers of somebody’s profile, without a seal',
      wish,
      [fact('package', has), fact('offers', [large], { sealed: false })],
    ],
    [
      'offers of another form',
      wish,
      [fact('package', has), fact('offers', [{ ...large, price: gbp('1.00') }])],
    ],
    [
      'a price in another currency',
      wish,
      [
        fact('package', has),
        fact('offers', [{ ...large, to: { ...large.to, price: { amount: '38.00', currency: 'EUR' } } }]),
      ],
    ],
    [
      'a bill that is owed to them',
      toPay,
      [fact('billing', { ...billing, bills: [{ ...october, amount: gbp('-5.00') }] })],
    ],
    [
      'a bill of nothing',
      toPay,
      [fact('billing', { ...billing, bills: [{ ...october, amount: gbp('0.00') }] })],
    ],
    [
      'a sum no amount can hold',
      { type: 'bill', bills: ['2026-10', '2026-11'] },
      [
        fact('billing', {
          ...billing,
          bills: ['2026-10', '2026-11'].map((id) => ({ ...october, id, amount: gbp('999999999999.99') })),
        }),
      ],
    ],
    ['a bill no way leads to', toPay, [fact('billing', { ...billing, ways: [] })]],
  ] as const)('%s', (_what, wished, known) => {
    expect(fillCard(wished as never, known as never, 'verified')).toBeUndefined();
  });
});

describe('what an agent sends is a reference and nothing else', () => {
  test.each([
    ['a price of their own', { ...wish, price: gbp('1.00') }],
    ['a card', { type: 'offer', version: 1, offer: 'larkspur-100', to: large.to }],
    ['which way is cheapest', { ...toPay, cheapest: 'card' }],
    ['a bill twice', { type: 'bill', bills: ['2026-10', '2026-10'] }],
    ['no bill', { type: 'bill', bills: [] }],
    ['another kind', { type: 'gift', offer: 'x' }],
    ['an id nobody can store', { type: 'offer', offer: 'a\u0000' }],
    ['an id without end', { type: 'offer', offer: 'a'.repeat(65) }],
  ])('%s is refused', (_what, sent) => {
    expect(cardWish.safeParse(sent).success).toBe(false);
  });
});

describe('a card is read whole or not at all', () => {
  const card = fillCard(wish, facts, 'verified');

  test.each([
    ['of another version', { ...card, version: 2 }],
    ['of another kind', { ...card, type: 'voucher' }],
    ['with a part nobody knows', { ...card, discount: '50 %' }],
    ['without its difference', { ...card, difference: undefined }],
    ['with a text without end', { ...card, why: 'a'.repeat(241) }],
    ['with a text nobody can store', { ...card, why: 'a\ud800' }],
    ['with an empty name', { ...card, to: { ...large.to, name: ' ' } }],
    ['that is none', 'offer'],
  ])('one %s is not', (_what, body) => {
    expect(readCard(body)).toBeUndefined();
  });

  test('one of its form is', () => {
    expect(readCard(JSON.parse(JSON.stringify(card)))).toEqual(card);
    expect(cardBody.safeParse(card).success).toBe(true);
  });
});

test('two ways that cost the same, or fees of several currencies, have no cheapest', () => {
  expect(cheapestWay(ways)).toBe('bank');
  expect(cheapestWay([...ways, { id: 'shop', label: 'Shop', fee: gbp('0') }])).toBeNull();
  expect(
    cheapestWay([...ways, { id: 'x', label: 'X', fee: { amount: '0.00', currency: 'EUR' } }]),
  ).toBeNull();
  expect(cheapestWay([])).toBeNull();
});

test('a card of a version nobody knows, or with a part nobody knows, is not read at all', () => {
  const card = fillCard(wish, facts, 'verified');
  expect([readCard({ ...card, version: 2 }), readCard({ ...card, discount: '50 %' })]).toEqual([
    undefined,
    undefined,
  ]);
});

test('offers are told apart by their ids', () => {
  expect(offers.safeParse([large]).success).toBe(true);
  expect(offers.safeParse([large, large]).success).toBe(false);
  expect(
    offers.safeParse(Array.from({ length: 13 }, (_, id) => ({ ...large, id: String(id) }))).success,
  ).toBe(false);
});

test('an answer of a backend has an outcome, and nothing nobody knows', () => {
  expect(actionAnswer.safeParse({ outcome: 'done' }).success).toBe(true);
  expect(actionAnswer.safeParse({ outcome: 'perhaps' }).success).toBe(false);
  expect(actionAnswer.safeParse({ outcome: 'done', html: '<b>' }).success).toBe(false);
  expect(actionAnswer.safeParse({ outcome: 'done', note: 'a'.repeat(401) }).success).toBe(false);
});
