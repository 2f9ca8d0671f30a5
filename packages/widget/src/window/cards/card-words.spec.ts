import type { CardBody } from '@countersign/claims';
import type { Card, Problem } from '@countersign/contracts';
import { afterEach, expect, test } from 'vitest';
import { arabic } from '../../words/arabic.js';
import { english } from '../../words/english.js';
import { speak } from '../../words/index.js';
import {
  differenceWords,
  dueWords,
  feeWords,
  lineOf,
  moneyOf,
  stateWords,
  troubleWords,
  yesWords,
} from './card-words.js';

afterEach(() => speak('en', english));

const body = { type: 'bill', total: { amount: '28.00', currency: 'GBP' } } as CardBody;
const done = {
  state: 'done',
  awaitsProof: false,
  outcome: { by: 'brand', note: 'Paid by card.', receipt: { number: 'R-7', total: null, lines: [] } },
} as unknown as Card;

test('a card that is only read says what it is, how it stands, and its receipt', () => {
  expect(lineOf(done, body, 'Larkspur')).toMatch(/28\.00 paid · Paid by card\. · Receipt R-7$/);
  // One that this chat does not know has words all the same.
  expect(lineOf({ ...done, state: 'expired', outcome: null } as Card, undefined, 'Larkspur')).toContain(
    'run out',
  );
});

test('in Arabic all that a card says is Arabic, and money and days are as that language writes them', () => {
  speak('ar', arabic);
  const money = (amount: string) => ({ amount, currency: 'AED' });
  const dirhams = (amount: `${number}`) =>
    new Intl.NumberFormat('ar', { style: 'currency', currency: 'AED' }).format(amount);
  const states: Card['state'][] = [
    'accepted',
    'executing',
    'done',
    'refused',
    'declined',
    'expired',
    'withdrawn',
  ];
  const said = [
    ...states.map((state) => stateWords({ ...done, state, outcome: null } as Card, 'لاركسبر')),
    lineOf({ ...done, outcome: null } as Card, { ...body, total: money('28.00') } as CardBody, 'لاركسبر'),
    differenceWords(money('-3.50')),
    differenceWords(money('0.00')),
    feeWords(money('1.20')),
    feeWords(money('0')),
    dueWords('2026-11-30'),
    troubleWords('unheard', 'لاركسبر'),
    troubleWords({ code: 'card_settled', title: 'In English' } as Problem, 'لاركسبر'),
    troubleWords({ code: 'card_outdated', title: 'In English' } as Problem, 'لاركسبر'),
    troubleWords({ code: 'internal_error', title: 'In English' } as Problem, 'لاركسبر'),
    yesWords(body, undefined),
  ];
  for (const words of said) {
    expect(words).toMatch(/\p{Script=Arabic}/u);
    expect(words).not.toMatch(/[a-z]/i);
  }
  const plain = (words: string) => words.replace(/[\u2068\u2069]/g, '');
  expect(plain(differenceWords(money('-3.50')))).toContain(dirhams('3.50'));
  expect(dueWords('2026-11-30')).toContain(
    new Intl.DateTimeFormat('ar', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date('2026-11-30'),
    ),
  );
});

test('what is to be paid is never rounded, whatever is usual for its currency', () => {
  expect(moneyOf({ amount: '28.50', currency: 'JPY' })).toContain('28.50');
  expect(moneyOf({ amount: '2800.00', currency: 'JPY' })).toMatch(/2,800$/);
  expect(moneyOf({ amount: '999999999999.99', currency: 'GBP' })).toBe('£999,999,999,999.99');
});

test('a currency in Latin letters is not turned around between Arabic, and in English nothing is put around it', () => {
  const amount = { amount: '28.00', currency: 'GBP' };
  expect(moneyOf(amount)).toBe('£28.00');
  speak('ar', arabic);
  expect(moneyOf(amount)).toContain('\u2068UK£\u2069');
});
