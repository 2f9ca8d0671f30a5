import type { Bill, Billing, Money } from '@countersign/claims';
import { payBill } from '../customers/bills';
import { charge } from '../processor/processor';
import { pence } from '../shop/money';

export type Settled =
  | { readonly ok: true; readonly total: Money; readonly billing: Billing }
  | { readonly ok: false; readonly why: string };

const no = (why: string): Settled => ({ ok: false, why });

/**
 * Charges what is owed, and by that it is paid. Decided where the books are held, in one go: of two who pay the same bill
 * at once the second finds it paid, and nothing is charged.
 */
export function settleBills(
  billing: Billing,
  bills: readonly Pick<Bill, 'id' | 'amount'>[],
  { total, way, today }: { readonly total: Money; readonly way: string; readonly today: string },
): Settled {
  const isOwed = ({ id, amount }: Pick<Bill, 'id' | 'amount'>) =>
    billing.bills.some(
      (one) => one.id === id && one.status === 'open' && pence(one.amount) === pence(amount),
    );
  if (bills.length === 0 || !bills.every(isOwed)) return no('This was paid already. Nothing was charged.');
  if (bills.reduce((sum, { amount }) => sum + pence(amount), 0) !== pence(total))
    return no('What is owed is another amount. Nothing was charged.');
  const payment = charge(total, way);
  if (!payment.ok) return payment;
  const paid = bills.reduce((rest, { id }) => payBill(rest, id, today) ?? rest, billing);
  return { ok: true, total: payment.total, billing: paid };
}
