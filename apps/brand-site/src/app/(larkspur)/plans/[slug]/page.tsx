import { Check } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { Customer } from '../../../../customers/customer';
import { currentCustomer } from '../../../../session/session';
import { addToCart } from '../../../../shop/actions';
import { LookingAt } from '../../../../shop/looking-at';
import { pence, pounds, showMoney } from '../../../../shop/money';
import { type Plan, planInWords, planNamed, planOf } from '../../../../shop/plans';

export async function generateMetadata({ params }: PageProps<'/plans/[slug]'>): Promise<Metadata> {
  return { title: planOf((await params).slug)?.name ?? 'Plans' };
}

/** What changing to this plan would mean for somebody who already has one. */
function comparison(plan: Plan, customer: Customer | undefined): string | undefined {
  const now = customer && planNamed(customer.package.name);
  if (!now) return undefined;
  if (now === plan) return 'This is the plan you have.';
  const difference = pence(plan.price) - pence(now.price);
  const words = showMoney(pounds(Math.abs(difference)));
  return difference > 0
    ? `${words} a month more than your ${now.name}: ${plan.data} instead of ${now.data}.`
    : `${words} a month less than your ${now.name}: ${plan.data} instead of ${now.data}.`;
}

function Price({ plan, customer }: { plan: Plan; customer: Customer | undefined }) {
  const words = comparison(plan, customer);
  return (
    <aside className="card h-fit" aria-label="Price">
      <p>
        <span className="text-[44px] leading-none font-bold tracking-tight">{showMoney(plan.price)}</span>
        <span className="text-soft"> a month</span>
      </p>
      <p className="mt-2 text-[15px] text-soft">24 months, then 30 days’ notice. Taxes included.</p>
      {words ? <p className="mt-4 rounded-xl bg-lilac px-4 py-3 text-[15px] font-medium">{words}</p> : null}
      <form action={addToCart} className="mt-6">
        <input type="hidden" name="plan" value={plan.slug} />
        <button type="submit" className="button button-main w-full">
          Add to cart
        </button>
      </form>
    </aside>
  );
}

export default async function PlanPage({ params }: PageProps<'/plans/[slug]'>) {
  const plan = planOf((await params).slug);
  if (!plan) notFound();
  return (
    <div className="page pt-10">
      <LookingAt what={planInWords(plan)} />
      <Link href="/plans" className="link text-[15px]">
        All plans
      </Link>
      <div className="mt-6 grid gap-10 lg:grid-cols-[1fr_22rem]">
        <div>
          <h1 className="text-[52px]">{plan.name}</h1>
          <p className="mt-3 text-[21px] text-soft">{plan.line}</p>
          <h2 className="mt-10 text-[22px]">What you get</h2>
          <ul className="mt-4 divide-y divide-edge border-y border-edge">
            {plan.good.map((good) => (
              <li key={good} className="flex items-start gap-3 py-4">
                <Check className="mt-1 size-5 shrink-0 text-leaf" aria-hidden="true" />
                {good}
              </li>
            ))}
          </ul>
          <h2 className="mt-10 text-[22px]">Good to know</h2>
          <p className="mt-3 max-w-xl text-soft">{plan.smallPrint}</p>
        </div>
        <Price plan={plan} customer={await currentCustomer()} />
      </div>
    </div>
  );
}
