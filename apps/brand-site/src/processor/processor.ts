import type { Money, WayToPay } from '@countersign/claims';
import { pence, pounds, showMoney } from '../shop/money';

/** The ways this demo processor has. It never charges anybody. */
export const waysToPay: readonly WayToPay[] = [
  { id: 'card', label: 'Card on file', fee: pounds(60) },
  { id: 'bank', label: 'Bank transfer', fee: pounds(0) },
  { id: 'later', label: 'Pay later, in three parts', fee: pounds(2_40) },
];

/** Below this nobody is lent anything. */
const LEAST_TO_LEND = 30_00;

export type Payment =
  | { readonly ok: true; readonly total: Money }
  | { readonly ok: false; readonly why: string };

/** Takes what is owed by one of its ways, with its fee; or says why not, and takes nothing. */
export function charge(owed: Money, way: string): Payment {
  const found = waysToPay.find(({ id }) => id === way);
  if (!found) return { ok: false, why: 'There is no such way to pay. Nothing was charged.' };
  if (found.id === 'later' && pence(owed) < LEAST_TO_LEND)
    return {
      ok: false,
      why: `Pay later is for ${showMoney(pounds(LEAST_TO_LEND))} and more. Nothing was charged.`,
    };
  return { ok: true, total: pounds(pence(owed) + pence(found.fee)) };
}
