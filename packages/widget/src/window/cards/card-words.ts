import type { CardTrouble } from '@countersign/chat-client';
import type { CardBody, Money, WayWithTotal } from '@countersign/claims';
import type { Card } from '@countersign/contracts';
import { isRtl } from '../../language.js';
import { locale, say, spoken } from '../../words/index.js';
import { whyWords } from '../words.js';

const exactly = (currency: string) =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency, minimumFractionDigits: 2 });

/** The amount goes to Intl as the decimal string it is: through a number, large amounts would lose cents. */
export function moneyOf({ amount, currency }: Money): string {
  const usual = new Intl.NumberFormat(locale(), { style: 'currency', currency });
  // Of a currency without cents an amount that has some is shown as it is: what is accepted is never rounded.
  const whole = /^-?\d+(\.00)?$/.test(amount);
  const exact = whole ? usual : exactly(currency);
  const parts = exact.formatToParts(amount as `${number}`);
  // From right to left a currency in Latin letters would be turned around: UK£ would read £UK.
  const kept = (value: string) => (isRtl(spoken()) ? `\u2068${value}\u2069` : value);
  return parts.map(({ type, value }) => (type === 'currency' ? kept(value) : value)).join('');
}

const isBelow = ({ amount }: Money) => amount.startsWith('-');
const isNone = ({ amount }: Money) => /^-?0+(\.0+)?$/.test(amount);
const bare = (money: Money): Money => ({ ...money, amount: money.amount.replace('-', '') });

/** What it changes, as somebody says it who pays by the month. */
export function differenceWords(difference: Money): string {
  if (isNone(difference)) return say('cardSamePrice');
  return say(isBelow(difference) ? 'cardLess' : 'cardMore', { amount: moneyOf(bare(difference)) });
}

export const feeWords = (fee: Money): string =>
  isNone(fee) ? say('cardNoFee') : say('cardFee', { amount: moneyOf(fee) });

export function dueWords(dueOn: string): string {
  const day = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return say('cardDue', { day: day.format(new Date(`${dueOn}T00:00:00Z`)) });
}

export const titleOf = (body: CardBody, state: Card['state']): string => {
  if (body.type === 'offer') return say('cardOffer', { plan: body.to.name });
  return say(state === 'done' ? 'cardPaid' : 'cardToPay', { amount: moneyOf(body.total) });
};

/** On the button that accepts: with all it comes to, once a way is chosen. */
export function yesWords(body: CardBody, chosen: WayWithTotal | undefined): string {
  if (body.type === 'offer') return say('cardAccept');
  return chosen ? say('cardPayAmount', { amount: moneyOf(chosen.total) }) : say('cardPay');
}

/** In one line, for where it is only read: what it is, how it stands, and what there is to keep of it. */
export function lineOf(card: Card, body: CardBody | undefined, brand: string): string {
  const { receipt } = card.outcome ?? {};
  const said = [
    body && titleOf(body, card.state),
    stateWords(card, brand),
    receipt && say('cardReceiptNumber', { number: receipt.number }),
  ];
  return said.filter(Boolean).join(' · ');
}

/** What is said of a card that nobody can answer at the moment, or any more. */
export function stateWords({ state, awaitsProof, outcome }: Card, brand: string): string {
  switch (state) {
    case 'proposed':
      return '';
    case 'accepted':
      return awaitsProof ? say('cardAwaitsProof') : say('cardExecuting', { brand });
    case 'executing':
      return say('cardExecuting', { brand });
    case 'done':
      return outcome?.note ?? say('cardDone');
    case 'refused':
      if (outcome?.by !== 'brand') return say('cardUnsure', { brand });
      return say('cardNotDone', { why: outcome.note ?? say('cardAskWhy') });
    case 'declined':
      return say('cardDeclined');
    case 'expired':
      return say('cardExpired');
    case 'withdrawn':
      return say('cardWithdrawn');
  }
}

/** Why an answer was not taken, and what to do. */
export function troubleWords(trouble: Exclude<CardTrouble, undefined>, brand: string): string {
  if (trouble === 'unheard') return say('cardUnheard');
  switch (trouble.code) {
    case 'sending_held':
    case 'session_ended':
    case 'verification_required':
      return say('cardConfirmThenAnswer');
    case 'step_up_unavailable':
      return say('cardCannotConfirm', { brand });
    default:
      return whyWords(trouble.code);
  }
}
