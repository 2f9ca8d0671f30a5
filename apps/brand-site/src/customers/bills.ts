import type { Bill, Billing } from '@countersign/claims';
import { waysToPay } from '../processor/processor';
import { pence, pounds } from '../shop/money';

const months = 24;

const periodOf = (month: Date): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(month);

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

/** A month's extras, in pence: most months none, now and then a roaming day or a call abroad. */
const extras = (chance: number): number => [4_00, 1_35, 6_20][chance % 17] ?? 0;

function billOf(month: Date, amount: number, status: Bill['status']): Bill {
  const dueOn = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 2, 0));
  const paidOn = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 11));
  return {
    id: isoDate(month).slice(0, 7),
    period: periodOf(month),
    amount: pounds(amount),
    dueOn: isoDate(dueOn),
    status,
    ...(status === 'paid' ? { paidOn: isoDate(paidOn) } : {}),
  };
}

/** Two years of bills, newest first, the newest open. The same for the same chances and the same month. */
export function twoYearsOfBills(now: Date, price: number, chances: Uint8Array): Billing {
  const bills = Array.from({ length: months }, (_, index) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - index, 1));
    const formerly = index >= 14 ? 200 : 0;
    const amount = price - formerly + (index === 0 ? 0 : extras(chances[index % chances.length] ?? 0));
    return billOf(month, amount, index === 0 ? 'open' : 'paid');
  });
  return { balance: bills[0]?.amount ?? pounds(0), bills, ways: [...waysToPay] };
}

export const openBill = ({ bills }: Billing): Bill | undefined =>
  bills.find(({ status }) => status === 'open');

const settled = (billing: Billing, bills: Bill[]): Billing => {
  const owed = bills
    .filter(({ status }) => status === 'open')
    .reduce((sum, { amount }) => sum + pence(amount), 0);
  return { ...billing, bills, balance: pounds(owed) };
};

/** The billing after an open bill was paid; undefined if there is no such bill. */
export function payBill(billing: Billing, id: string, today: string): Billing | undefined {
  const due = billing.bills.find((bill) => bill.id === id && bill.status === 'open');
  if (!due) return undefined;
  return settled(
    billing,
    billing.bills.map((bill): Bill => (bill === due ? { ...bill, status: 'paid', paidOn: today } : bill)),
  );
}

/** The newest bill open again, as if it had just been sent. */
export function sendBillAgain(billing: Billing): Billing | undefined {
  const [newest, ...older] = billing.bills;
  if (!newest) return undefined;
  const { paidOn: _, ...rest } = newest;
  return settled(billing, [{ ...rest, status: 'open' }, ...older]);
}
