import { type FactSet, factSet } from '@countersign/claims';
import type { Customer } from './customer';

/** What the brand's own records say of a customer: true without asking anybody. A bank sells no phone plans. */
export const recordsOf = ({
  brand,
  accountNumber,
  customerSince,
  package: bought,
  billing,
}: Customer): FactSet =>
  factSet.parse({
    account_number: accountNumber,
    customer_since: customerSince,
    ...(brand === 'larkspur' ? { package: bought, billing } : {}),
  });

/** All a brand says in an envelope of its own: its records, and whom it knows the customer as. */
export const claimsOf = (row: Customer): FactSet => ({
  ...(row.name === undefined ? {} : { name: row.name }),
  ...(row.email === undefined ? {} : { email: row.email, email_verified: row.emailVerified ?? false }),
  ...recordsOf(row),
});
