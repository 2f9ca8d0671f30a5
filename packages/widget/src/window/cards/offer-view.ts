import type { OfferCard, Plan } from '@countersign/claims';
import { make } from '../../element.js';
import { say } from '../../words/index.js';
import { differenceWords, moneyOf } from './card-words.js';

const plan = (what: string, { name, price, allowance }: Plan, kind: string): HTMLElement =>
  make(
    'div',
    { class: `plan ${kind}` },
    make('dt', {}, what),
    make(
      'dd',
      {},
      make('strong', { dir: 'auto' }, name),
      make('span', { class: 'price' }, moneyOf(price), make('small', {}, ` ${say('cardAMonth')}`)),
      allowance ? make('span', { class: 'quiet', dir: 'auto' }, allowance) : null,
    ),
  );

/** What somebody has, what they would have, and why. */
export const offerView = ({ from, to, difference, why, terms }: OfferCard): readonly HTMLElement[] => [
  make('dl', { class: 'compare' }, plan(say('cardNow'), from, 'now'), plan(say('cardThen'), to, 'then')),
  make('p', { class: 'difference', 'data-testid': 'difference' }, differenceWords(difference)),
  make('p', { dir: 'auto' }, why),
  ...(terms
    ? [
        make(
          'details',
          {},
          make('summary', {}, say('cardTerms')),
          make('p', { class: 'quiet', dir: 'auto' }, terms),
        ),
      ]
    : []),
];
