import { expect, test } from 'vitest';
import { charge, waysToPay } from './processor';

const owed = { amount: '28.00', currency: 'GBP' };

test('each way costs what it says, beside what is owed', () => {
  expect(charge(owed, 'bank')).toEqual({ ok: true, total: owed });
  expect(charge(owed, 'card')).toEqual({ ok: true, total: { amount: '28.60', currency: 'GBP' } });
  expect(new Set(waysToPay.map(({ fee }) => fee.amount)).size).toBe(3);
});

test('little is not lent, and nothing is charged by a way there is not', () => {
  expect(charge(owed, 'later')).toEqual({ ok: false, why: expect.stringContaining('£30 and more') });
  expect(charge({ ...owed, amount: '38.00' }, 'later').ok).toBe(true);
  expect(charge(owed, 'gold').ok).toBe(false);
});
