import type { Account, Bill, Money } from './shapes';

export const showMoney = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(Number(amount));

export const showDate = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

export const openBill = ({ billing }: Account): Bill | undefined =>
  billing.bills.find(({ status }) => status === 'open');

/** A name is somebody's own text: whatever direction it has ends with it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
