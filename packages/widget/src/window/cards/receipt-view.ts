import type { Receipt } from '@countersign/claims';
import { make } from '../../element.js';
import { say } from '../../words/index.js';
import { moneyOf } from './card-words.js';

const line = (label: string, value: string): HTMLElement =>
  make('div', {}, make('dt', { dir: 'auto' }, label), make('dd', { dir: 'auto' }, value));

/** What the consumer keeps of it. */
export const receiptView = ({ number, total, lines }: Receipt): HTMLElement =>
  make(
    'dl',
    { class: 'receipt', 'data-testid': 'receipt' },
    ...lines.map(({ label, value }) => line(label, value)),
    ...(total ? [line(say('cardTotal'), moneyOf(total))] : []),
    line(say('cardReceipt'), number),
  );
