import { expect, test } from 'vitest';
import { thisMonth } from './calendar.js';

const claims = {
  account_number: 'LK-4482-1093',
  customer_since: '2023-04-12',
  billing: {
    bills: [
      { id: '2026-10', period: 'October 2026', dueOn: '2026-11-30', status: 'open' },
      { id: '2025-12', period: 'December 2025', dueOn: '2026-01-31', paidOn: '2026-01-11', status: 'paid' },
    ],
  },
};

test('in the month it was written in, the cast is as it stands in the file', () => {
  expect(thisMonth(claims, new Date('2026-11-01T00:00:00Z'))).toEqual(claims);
});

test('a bill that is open is due at the end of whatever month it is', () => {
  expect(thisMonth(claims, new Date('2027-02-03T12:00:00Z'))).toEqual({
    ...claims,
    billing: {
      bills: [
        { id: '2027-01', period: 'January 2027', dueOn: '2027-02-28', status: 'open' },
        { id: '2026-03', period: 'March 2026', dueOn: '2026-04-30', paidOn: '2026-04-11', status: 'paid' },
      ],
    },
  });
});

test('what is no date, and what is no bill, stays as it is', () => {
  const other = { customer_since: '2023-04-12', billing: { note: 'May be late', amount: '28.00' } };
  expect(thisMonth(other, new Date('2028-02-03T12:00:00Z'))).toEqual(other);
});
