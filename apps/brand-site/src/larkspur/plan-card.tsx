import { Check } from 'lucide-react';
import Link from 'next/link';
import { showMoney } from '../shop/money';
import type { Plan } from '../shop/plans';

export function PlanCard({ plan, current }: { plan: Plan; current: boolean }) {
  return (
    <li className="card flex flex-col">
      <p className="mb-4 flex min-h-7 items-center justify-between gap-2 text-[15px] font-semibold text-soft">
        {plan.name}
        {current ? (
          <span className="rounded-full bg-lilac px-3 py-0.5 text-[13px] text-violet-ink">Your plan</span>
        ) : null}
      </p>
      <h2 className="text-[34px]">{plan.data}</h2>
      <p className="mt-1 text-soft">{plan.line}</p>
      <ul className="mt-5 mb-6 space-y-2 text-[15px]">
        {plan.good.map((good) => (
          <li key={good} className="flex gap-2">
            <Check className="mt-1 size-4 shrink-0 text-leaf" aria-hidden="true" />
            {good}
          </li>
        ))}
      </ul>
      <p className="mt-auto mb-4">
        <span className="text-[28px] font-bold tracking-tight">{showMoney(plan.price)}</span>
        <span className="text-soft"> a month</span>
      </p>
      <Link href={`/plans/${plan.slug}`} className="button button-quiet">
        <span aria-hidden="true">See the plan</span>
        <span className="sr-only">See {plan.name}</span>
      </Link>
    </li>
  );
}
