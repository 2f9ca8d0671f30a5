import { type FactSet, factSet } from '@countersign/claims';
import { offersFor } from '../shop/offers';
import type { Customer } from './customer';

/** What the brand's own records say of a customer: true without asking anybody. A bank sells no phone plans. */
const recordsOf = (row: Customer): FactSet =>
  factSet.parse({
    account_number: row.accountNumber,
    customer_since: row.customerSince,
    ...(row.brand === 'larkspur' ? { package: row.package, billing: row.billing } : {}),
  });

/** What it pushes of them: its records, and what it would offer them now. */
export const pushedOf = (row: Customer): FactSet => ({
  ...recordsOf(row),
  ...(row.brand === 'larkspur' ? factSet.parse({ offers: offersFor(row) }) : {}),
});

/** All a brand says in an envelope of its own: its records, and whom it knows the customer as. */
export const claimsOf = (row: Customer): FactSet => ({
  ...(row.name === undefined ? {} : { name: row.name }),
  ...(row.email === undefined ? {} : { email: row.email, email_verified: row.emailVerified ?? false }),
  ...recordsOf(row),
});
