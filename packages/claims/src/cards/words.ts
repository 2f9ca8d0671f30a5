import type { CardBody } from './card.js';

/** What a card is, for whoever reads a list or a transcript: no amounts, which stand in the card alone. */
export const cardInWords = (body: CardBody): string =>
  body.type === 'offer'
    ? `Offer: ${body.to.name} in place of ${body.from.name}`
    : `${body.bills.length === 1 ? 'Bill' : 'Bills'} to pay: ${body.bills.map(({ period }) => period).join(', ')}`;
