import type { Metadata } from 'next';
import { PlanCard } from '../../../larkspur/plan-card';
import { currentCustomer } from '../../../session/session';
import { LookingAt } from '../../../shop/looking-at';
import { plans } from '../../../shop/plans';

export const metadata: Metadata = { title: 'Plans' };

export default async function Plans() {
  const customer = await currentCustomer();
  return (
    <div className="page pt-14">
      <LookingAt what="All plans" />
      <h1 className="text-[44px]">Four plans. That’s all of them.</h1>
      <p className="mt-4 max-w-xl text-[19px] text-soft">
        Change up or down whenever you like; the new price starts with the next bill. No setup fee, no price
        rise within your contract.
      </p>
      <ul className="mt-10 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {plans.map((plan) => (
          <PlanCard key={plan.slug} plan={plan} current={customer?.package.name === plan.name} />
        ))}
      </ul>
    </div>
  );
}
