import { billing, packageDetails } from '@countersign/claims';
import { describe, expect, it } from 'vitest';
import { openBill, payBill } from './bills';
import { customerId, openAccount } from './open-account';

const now = new Date('2026-11-23T09:00:00Z');
const ada = openAccount('larkspur', 'google', { sub: '1084', name: 'Ada Osei' }, now);

describe('an account opened at the first sign-in', () => {
  it('is the same for the same subject', () => {
    expect(openAccount('larkspur', 'google', { sub: '1084', name: 'Ada Osei' }, now)).toEqual(ada);
    expect(openAccount('larkspur', 'google', { sub: '1085' }, now).accountNumber).not.toBe(ada.accountNumber);
  });

  it('is one account for whoever linked both ways to sign in', () => {
    const logins = { google: '1084', larkspur: 'cust-7' };
    const byGoogle = openAccount('larkspur', 'google', { sub: '1084' }, now, logins);
    const byLarkspur = openAccount('larkspur', 'larkspur', { sub: 'cust-7' }, now, logins);
    expect(byGoogle.id).toBe('cust-7');
    expect(byLarkspur.id).toBe('cust-7');
  });

  it('has two years of bills, one of them open, in the shapes that travel', () => {
    expect(billing.parse(ada.billing).bills).toHaveLength(24);
    expect(packageDetails.parse(ada.package).name).toBe('Larkspur 40');
    expect(ada.billing.bills.filter(({ status }) => status === 'open')).toHaveLength(1);
    expect(ada.billing.balance).toEqual({ amount: '28.00', currency: 'GBP' });
    expect(openBill(ada.billing)?.period).toBe('October 2026');
  });

  it('believes the brand’s own server about account number, package and billing', () => {
    const own = openAccount(
      'larkspur',
      'larkspur',
      {
        sub: 'cust-1001',
        account_number: 'LK-0001-0001',
        package: { name: 'Larkspur 100', price: { amount: '38.00', currency: 'GBP' } },
      },
      now,
    );
    expect(own).toMatchObject({
      id: 'cust-1001',
      accountNumber: 'LK-0001-0001',
      package: { name: 'Larkspur 100' },
    });
    expect(own.billing.balance.amount).toBe('38.00');
  });

  it('differs between brands, ways to sign in and people with the same subject', () => {
    const ids = [
      customerId('larkspur', 'google', 'cust-1'),
      customerId('larkspur', 'larkspur', 'cust-1'),
      customerId('juniper', 'google', 'cust-1'),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});

describe('paying a bill', () => {
  it('settles it and the balance, once', () => {
    const paid = payBill(ada.billing, '2026-10', '2026-11-23');
    expect(paid?.bills[0]).toMatchObject({ status: 'paid', paidOn: '2026-11-23' });
    expect(paid?.balance.amount).toBe('0.00');
    expect(paid && payBill(paid, '2026-10', '2026-11-23')).toBeUndefined();
  });

  it('refuses a bill nobody sent', () =>
    expect(payBill(ada.billing, '1999-01', '2026-11-23')).toBeUndefined());
});
