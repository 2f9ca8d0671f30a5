import type { Bill } from '@countersign/claims';
import type { Speech } from '../speech';
import { daysUntil } from '../time';

/** What is owed, and what was bought. */
export function bills({ count, shortCalendar, number }: Speech<'one' | 'other'>) {
  const days = (some: number) => count(some, { one: '# day', other: '# days' });
  return {
    /** How a bill stands. */
    standing({ status, dueOn, paidOn }: Bill, now: number): string {
      if (status === 'paid') return paidOn ? `Paid ${shortCalendar(paidOn)}` : 'Paid';
      const left = daysUntil(dueOn, now);
      if (left < 0) return `Overdue by ${days(-left)}`;
      return left === 0 ? 'Open, due today' : `Open, due in ${days(left)}`;
    },
    ways: 'Ways to pay',
    cheapest: 'Cheapest',
    fee: (amount: string | null) => (amount === null ? 'no fee' : `${amount} fee`),
    balance: 'Balance',
    nothingOpen: 'Nothing open',
    caption: 'Bills, newest first',
    bill: 'Bill',
    due: 'Due',
    amount: 'Amount',
    all: (bills: number) => `Show all ${number(bills)} bills`,
    contractEnds: (date: string) => `Contract ends ${date}`,
  };
}
