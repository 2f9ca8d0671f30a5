import { billing, type Fact, offers, packageDetails } from '@countersign/claims';
import type { ReactNode } from 'react';
import { OffersList } from '../cards/offers-list';
import { BillingTable } from './billing-table';
import { PackageCard } from './package-card';

/** How a value is drawn that is more than a line. Null: it is a line, or not as its name promises. */
export function wideValueOf({ name, value }: Pick<Fact, 'name' | 'value'>): ReactNode {
  switch (name) {
    case 'package': {
      const details = packageDetails.safeParse(value);
      return details.success ? <PackageCard details={details.data} /> : null;
    }
    case 'offers': {
      const all = offers.safeParse(value);
      return all.success ? <OffersList offers={all.data} /> : null;
    }
    case 'billing': {
      const bills = billing.safeParse(value);
      return bills.success ? <BillingTable billing={bills.data} /> : null;
    }
    default:
      return null;
  }
}
