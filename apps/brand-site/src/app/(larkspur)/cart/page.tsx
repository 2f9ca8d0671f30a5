import type { Metadata } from 'next';
import Link from 'next/link';
import type { Customer } from '../../../customers/customer';
import { currentCustomer } from '../../../session/session';
import { changePlan, emptyCart } from '../../../shop/actions';
import { currentCart } from '../../../shop/cart';
import { LookingAt } from '../../../shop/looking-at';
import { showMoney } from '../../../shop/money';
import { type Plan, planNamed } from '../../../shop/plans';

export const metadata: Metadata = { title: 'Cart' };

function Confirm({ plan, customer }: { plan: Plan; customer: Customer | undefined }) {
  if (!customer)
    return (
      <Link href="/login?to=/cart" className="button button-main">
        Sign in to continue
      </Link>
    );
  if (customer.package.name === plan.name) return <p className="text-soft">You already have this plan.</p>;
  return (
    <form action={changePlan}>
      <button type="submit" className="button button-main">
        Change to {plan.name}
      </button>
    </form>
  );
}

function Item({ plan, customer }: { plan: Plan; customer: Customer | undefined }) {
  const now = customer && planNamed(customer.package.name);
  return (
    <section className="card mt-8 max-w-2xl" aria-label={plan.name}>
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-[26px]">{plan.name}</h2>
        <p className="text-[20px] font-semibold">{showMoney(plan.price)} a month</p>
      </div>
      <p className="mt-1 text-soft">{plan.allowance}</p>
      {now && now !== plan ? (
        <p className="mt-4 border-t border-edge pt-4 text-[15px]">
          Replaces your {now.name} at {showMoney(now.price)}. Starts with your next bill, keeps your number.
        </p>
      ) : null}
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Confirm plan={plan} customer={customer} />
        <form action={emptyCart}>
          <button type="submit" className="button button-quiet">
            Remove
          </button>
        </form>
      </div>
    </section>
  );
}

export default async function Cart() {
  const plan = await currentCart();
  return (
    <div className="page pt-14">
      <LookingAt what="Cart" />
      <h1 className="text-[44px]">Your cart</h1>
      {plan ? (
        <Item plan={plan} customer={await currentCustomer()} />
      ) : (
        <p className="mt-4 text-[19px] text-soft">
          Nothing in it yet.{' '}
          <Link href="/plans" className="link">
            See the four plans
          </Link>
        </p>
      )}
    </div>
  );
}
