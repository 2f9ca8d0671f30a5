import { type CardTrouble, cardBodyOf } from '@countersign/chat-client';
import type { Message } from './words';

export type Card = NonNullable<Message['card']>;
export type CardBody = NonNullable<ReturnType<typeof cardBodyOf>>;
type Money = { readonly amount: string; readonly currency: string };

/** The amount goes to Intl as the decimal string it is: through a number, large amounts would lose cents. */
export const money = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount as `${number}`);

const isNone = ({ amount }: Money): boolean => /^-?0+(\.0+)?$/.test(amount);

export const feeWords = (fee: Money): string => (isNone(fee) ? 'No fee' : `${money(fee)} fee`);

/** What it changes, as somebody says it who pays by the month. */
export function differenceWords(difference: Money): string {
  if (isNone(difference)) return 'The same price a month';
  const bare = { ...difference, amount: difference.amount.replace('-', '') };
  return `${money(bare)} ${difference.amount.startsWith('-') ? 'less' : 'more'} a month`;
}

export const titleWords = (body: CardBody, state: Card['state']): string =>
  body.type === 'offer'
    ? `An offer: ${body.to.name}`
    : `${money(body.total)} ${state === 'done' ? 'paid' : 'to pay'}`;

export const unknownWords = 'This is something the app cannot show yet. Open the chat on our website.';

/** What is said of a card that nobody can answer at the moment, or any more. */
export function stateWords({ state, awaitsProof, outcome }: Card): string {
  switch (state) {
    case 'proposed':
      return '';
    case 'accepted':
      return awaitsProof ? 'Confirm that it is you, and it goes on.' : 'Larkspur is seeing to it…';
    case 'executing':
      return 'Larkspur is seeing to it…';
    case 'done':
      return outcome?.note ?? 'Done.';
    case 'refused':
      return outcome?.by === 'brand'
        ? `It was not done. ${outcome.note ?? 'Ask us why.'}`
        : 'We do not know yet whether it was done. Ask us before you try again.';
    case 'declined':
      return 'You said no.';
    case 'expired':
      return 'This has run out. Ask for a new one.';
    case 'withdrawn':
      return 'This was taken back.';
  }
}

/** Why an answer was not taken, and what to do. */
export function troubleWords(trouble: Exclude<CardTrouble, undefined>): string {
  if (trouble === 'unheard') return 'That was not heard. Nothing is lost: answer again.';
  switch (trouble.code) {
    case 'sending_held':
    case 'session_ended':
    case 'verification_required':
      return 'Confirm that it is you, then answer again.';
    default:
      return trouble.title;
  }
}
