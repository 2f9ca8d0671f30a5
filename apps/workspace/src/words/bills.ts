import type { Bill } from '@countersign/claims';
import { daysUntil, shortCalendar } from './time';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** How a bill stands, in words. */
export function billWords({ status, dueOn, paidOn }: Bill, now: number, locale?: string): string {
  if (status === 'paid') return paidOn ? `Paid ${shortCalendar(paidOn, locale)}` : 'Paid';
  const left = daysUntil(dueOn, now);
  if (left < 0) return `Overdue by ${days(-left)}`;
  return left === 0 ? 'Due today' : `Open, due in ${days(left)}`;
}

export const isOverdue = ({ status, dueOn }: Bill, now: number): boolean =>
  status === 'open' && daysUntil(dueOn, now) < 0;

/** What stands first in the table: every open bill, then the newest paid ones, `shown` in all or as many as are open. */
export function firstBills(bills: readonly Bill[], shown: number): readonly Bill[] {
  const open = bills.filter(({ status }) => status === 'open');
  const paid = bills.filter(({ status }) => status === 'paid');
  return [...open, ...paid.slice(0, Math.max(0, shown - open.length))];
}
