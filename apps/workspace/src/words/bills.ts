import type { Bill } from '@countersign/claims';
import { daysUntil } from './time';

export const isOverdue = ({ status, dueOn }: Bill, now: number): boolean =>
  status === 'open' && daysUntil(dueOn, now) < 0;

/** What stands first in the table: every open bill, then the newest paid ones, `shown` in all or as many as are open. */
export function firstBills(bills: readonly Bill[], shown: number): readonly Bill[] {
  const open = bills.filter(({ status }) => status === 'open');
  const paid = bills.filter(({ status }) => status === 'paid');
  return [...open, ...paid.slice(0, Math.max(0, shown - open.length))];
}
