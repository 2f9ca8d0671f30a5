import type { Bill } from '@countersign/claims';
import { expect, test } from 'vitest';
import { firstBills, isOverdue } from './bills';
import { wordsOf } from './languages';

const now = new Date(2026, 10, 23, 14).getTime();
const bill = (id: string, more: Partial<Bill> = {}): Bill => ({
  id,
  period: 'October 2026',
  amount: { amount: '28.00', currency: 'GBP' },
  dueOn: '2026-11-28',
  status: 'open',
  ...more,
});

test('a bill says how it stands', () => {
  const { standing } = wordsOf('en').bills;
  expect(standing(bill('1'), now)).toBe('Open, due in 5 days');
  expect(standing(bill('1', { dueOn: '2026-11-23' }), now)).toBe('Open, due today');
  expect(standing(bill('1', { dueOn: '2026-11-22' }), now)).toBe('Overdue by 1 day');
  expect(standing(bill('1', { status: 'paid', paidOn: '2026-11-02' }), now)).toBe('Paid 2 Nov');
});

test('a paid bill is never overdue', () => {
  expect(isOverdue(bill('1', { status: 'paid', dueOn: '2026-01-01' }), now)).toBe(false);
  expect(isOverdue(bill('1', { dueOn: '2026-01-01' }), now)).toBe(true);
});

test('an open bill is shown however old it is', () => {
  const bills = [...Array(8).keys()].map((key) => bill(`paid-${key}`, { status: 'paid' }));
  const shown = firstBills([...bills, bill('old')], 3).map(({ id }) => id);
  expect(shown).toEqual(['old', 'paid-0', 'paid-1']);
});
