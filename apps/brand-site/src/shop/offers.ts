import type { Offer } from '@countersign/claims';
import type { Customer } from '../customers/customer';
import { pence, pounds, showMoney } from './money';
import { type Plan, planNamed, plans } from './plans';

const YEAR = 12;
const MOST = 2;

/** What somebody paid beyond their plan in a year, in pence. */
const extrasOf = ({
  package: { price },
  billing: { bills },
}: Pick<Customer, 'package' | 'billing'>): number =>
  bills.slice(0, YEAR).reduce((sum, { amount }) => sum + Math.max(0, pence(amount) - pence(price)), 0);

function whyOf(plan: Plan, extras: number): string {
  const [most = plan.line] = plan.good;
  if (extras === 0) return `${most}.`;
  return `You paid ${showMoney(pounds(extras), 'full')} for extras within a year. Here: ${most}.`;
}

/** The plans above the customer's own, with a reason of theirs. The best first, which is the next one. */
export function offersFor(customer: Pick<Customer, 'package' | 'billing'>): Offer[] {
  const own = planNamed(customer.package.name);
  const extras = extrasOf(customer);
  return plans
    .filter(({ price }) => pence(price) > pence(own?.price ?? customer.package.price))
    .slice(0, MOST)
    .map((plan) => ({
      id: plan.slug,
      to: { name: plan.name, price: plan.price, allowance: plan.allowance },
      why: whyOf(plan, extras),
      terms: `The new price starts with your next bill, for 24 months. ${plan.smallPrint}`,
    }));
}
