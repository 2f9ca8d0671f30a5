import type { Fact } from '../facts/fact.js';
import { type Billing, billing, packageDetails, type WayToPay } from '../facts/values.js';
import { differenceOf, hundredths, sumOf } from '../money.js';
import { type CardAssurance, type CardBody, type CardWish, cardBody } from './card.js';
import { offers } from './offer.js';

/** The value of a fact that carries the seal. What a page said, and what a provider repeats of a profile, fills no card. */
const sealed = (facts: readonly Fact[], name: string): unknown =>
  facts.find((fact) => fact.name === name && fact.sealed && isVerified(fact))?.value;
const isVerified = ({ provenance: { source } }: Fact) => source !== 'page' && source !== 'agent';

/** The way that costs least. Null where none does: two that cost the same, or fees of several currencies. */
export function cheapestWay(ways: readonly WayToPay[]): string | null {
  if (new Set(ways.map(({ fee }) => fee.currency)).size !== 1) return null;
  const fees = ways.map(({ fee }) => hundredths(fee)).sort((one, other) => (one < other ? -1 : 1));
  const [best, ...others] = ways.filter(({ fee }) => hundredths(fee) === fees[0]);
  return best && others.length === 0 ? best.id : null;
}

function offered(id: string, facts: readonly Fact[], assurance: CardAssurance): unknown {
  const [has, all] = [
    packageDetails.safeParse(sealed(facts, 'package')).data,
    offers.safeParse(sealed(facts, 'offers')).data,
  ];
  const found = all?.find((one) => one.id === id);
  if (!has || !found) return undefined;
  const { name, price, allowance } = has;
  const from = { name, price, ...(allowance === undefined ? {} : { allowance }) };
  const { to, why, terms } = found;
  const difference = differenceOf(price, to.price);
  const more = terms === undefined ? {} : { terms };
  return { type: 'offer', version: 1, offer: id, from, to, difference, why, ...more, assurance };
}

function billed(
  ids: readonly string[],
  facts: readonly Fact[],
  assurance: CardAssurance,
): Record<string, unknown> | undefined {
  const all: Billing | undefined = billing.safeParse(sealed(facts, 'billing')).data;
  const bills = (all?.bills ?? []).filter(({ id, status }) => status === 'open' && ids.includes(id));
  const total = sumOf(bills.map(({ amount }) => amount));
  // What comes to nothing, or is owed to the consumer, is no bill to pay.
  if (!all || !total || hundredths(total) <= 0n || bills.length !== ids.length) return undefined;
  const ways = all.ways.map((way) => ({ ...way, total: sumOf([total, way.fee]) }));
  return { type: 'bill', version: 1, bills, total, ways, cheapest: cheapestWay(all.ways), assurance };
}

/**
 * The card that was wished for, as the verified facts hold it; undefined where they do not. The same facts make the same
 * card: an agent sees before sending what the service will send, and what has changed since shows by being another.
 */
export function fillCard(
  wish: CardWish,
  facts: readonly Fact[],
  assurance: CardAssurance,
): CardBody | undefined {
  const filled =
    wish.type === 'offer' ? offered(wish.offer, facts, assurance) : billed(wish.bills, facts, assurance);
  return cardBody.safeParse(filled).data;
}

/** What somebody would have to wish for to get this card. */
export const wishOf = (body: CardBody): CardWish =>
  body.type === 'offer'
    ? { type: 'offer', offer: body.offer }
    : { type: 'bill', bills: body.bills.map(({ id }) => id) };
