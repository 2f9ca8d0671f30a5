import { expect, test } from 'vitest';
import { isolated, openBill, showDate, showMoney } from './words';

test('money and dates are said as in the shop', () => {
  expect(showMoney({ amount: '28.00', currency: 'GBP' })).toBe('£28.00');
  expect(showDate('2026-11-30')).toBe('30 November');
});

test('the bill that is shown is the one that is open', () => {
  const money = { amount: '28.00', currency: 'GBP' };
  const bill = (id: string, status: string) => ({
    id,
    period: id,
    amount: money,
    dueOn: '2026-11-30',
    status,
  });
  const account = (...bills: ReturnType<typeof bill>[]) => ({
    name: null,
    accountNumber: 'LK-1',
    plan: { name: 'Larkspur 40', price: money },
    billing: { balance: money, bills },
  });
  expect(openBill(account(bill('b', 'paid'), bill('a', 'open')))?.id).toBe('a');
  expect(openBill(account(bill('b', 'paid')))).toBeUndefined();
});

test('a name that turns the direction of text does not turn what stands beside it', () => {
  expect(isolated('\u202eadA')).toBe('\u2068\u202eadA\u2069');
});
