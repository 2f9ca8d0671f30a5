import type { Bill, BillCard, WayWithTotal } from '@countersign/claims';
import { icon, make } from '../../element.js';
import { say } from '../../words/index.js';
import { dueWords, feeWords, moneyOf } from './card-words.js';

const billRow = ({ period, dueOn, amount }: Bill): HTMLElement =>
  make(
    'li',
    {},
    make('span', {}, make('bdi', {}, period), make('small', { class: 'quiet' }, ` · ${dueWords(dueOn)}`)),
    make('span', { class: 'amount' }, moneyOf(amount)),
  );

/** By word and by shape. */
const cheapest = (): HTMLElement =>
  make('span', { class: 'cheapest' }, icon('M20 6 9 17l-5-5'), say('cardCheapest'));

export type WayChoice = {
  readonly element: HTMLElement;
  readonly chosen: () => WayWithTotal | undefined;
  readonly disable: (disabled: boolean) => void;
  /** Shows what was chosen, on whatever device. */
  readonly choose: (id: string) => void;
};

/** The ways to pay, each with all it comes to: the cheapest is chosen until somebody chooses another. */
export function wayChoice(card: BillCard, name: string, onChange: () => void): WayChoice {
  const inputs = new Map<string, HTMLInputElement>();
  const rows = card.ways.map((way) => {
    const input = make('input', { type: 'radio', name, value: way.id, change: onChange });
    input.checked = way.id === card.cheapest;
    inputs.set(way.id, input);
    return make(
      'label',
      { class: 'way', 'data-testid': `way-${way.id}` },
      input,
      make(
        'span',
        { class: 'way-name' },
        make('span', {}, make('bdi', {}, way.label), way.id === card.cheapest ? cheapest() : null),
        make('small', { class: 'quiet' }, feeWords(way.fee)),
      ),
      make('span', { class: 'amount' }, moneyOf(way.total)),
    );
  });
  const element = make('fieldset', { class: 'ways' }, make('legend', {}, say('cardHowToPay')), ...rows);
  return {
    element,
    chosen: () => card.ways.find(({ id }) => inputs.get(id)?.checked),
    disable(disabled) {
      element.disabled = disabled;
    },
    choose(id) {
      const input = inputs.get(id);
      if (input) input.checked = true;
    },
  };
}

/** What is to be paid. */
export const billView = ({ bills, total }: BillCard): readonly HTMLElement[] => [
  make('ul', { class: 'bills' }, ...bills.map(billRow)),
  ...(bills.length > 1
    ? [
        make(
          'p',
          { class: 'difference total' },
          say('cardInAll'),
          make('span', { class: 'amount' }, moneyOf(total)),
        ),
      ]
    : []),
];
