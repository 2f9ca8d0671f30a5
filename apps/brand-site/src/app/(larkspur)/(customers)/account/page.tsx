import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { openBill } from '../../../../customers/bills';
import type { Customer } from '../../../../customers/customer';
import { Notice } from '../../../../larkspur/notice';
import { currentCustomer } from '../../../../session/session';
import { LookingAt } from '../../../../shop/looking-at';
import { showDate, showMoney } from '../../../../shop/money';

export const metadata: Metadata = { title: 'Account' };

function PlanNow({ customer: { package: bought } }: { customer: Customer }) {
  return (
    <section className="card flex flex-col" aria-labelledby="plan">
      <h2 id="plan" className="text-[15px] tracking-normal text-soft">
        Your plan
      </h2>
      <p className="mt-3 text-[32px] leading-none font-bold tracking-tight">{bought.name}</p>
      <p className="mt-3 text-soft">{bought.allowance}</p>
      <p className="mt-1 text-soft">{showMoney(bought.price)} a month</p>
      <p className="mt-1 text-soft" data-testid="next-bill">
        Your next bill: {showMoney(bought.price, 'full')}
      </p>
      {bought.contractEndsOn ? (
        <p className="mt-1 mb-6 text-[15px] text-soft">Contract until {showDate(bought.contractEndsOn)}</p>
      ) : null}
      <Link href="/plans" className="button button-quiet mt-auto self-start">
        Change plan
      </Link>
    </section>
  );
}

function BillNow({ customer: { billing } }: { customer: Customer }) {
  const due = openBill(billing);
  return (
    <section className="card flex flex-col" aria-labelledby="bill">
      <h2 id="bill" className="text-[15px] tracking-normal text-soft">
        {due ? `Bill for ${due.period}` : 'Bills'}
      </h2>
      <p className="mt-3 text-[32px] leading-none font-bold tracking-tight">
        {due ? showMoney(due.amount, 'full') : 'All paid'}
      </p>
      <p className="mt-3 mb-6 text-soft">
        {due ? `Due on ${showDate(due.dueOn)}` : 'Thank you. The next bill comes at the start of the month.'}
      </p>
      <Link href="/billing" className={`button mt-auto self-start ${due ? 'button-main' : 'button-quiet'}`}>
        {due ? 'Pay this bill' : 'See all bills'}
      </Link>
    </section>
  );
}

function Details({ customer }: { customer: Customer }) {
  const rows: [string, React.ReactNode][] = [
    ['Name', <bdi key="name">{customer.name ?? 'Not given'}</bdi>],
    ['E-mail', <bdi key="mail">{customer.email ?? 'Not given'}</bdi>],
    ['Account number', customer.accountNumber],
    ['Customer since', showDate(customer.customerSince)],
  ];
  return (
    <section className="mt-12" aria-labelledby="details">
      <h2 id="details" className="text-[26px]">
        Your details
      </h2>
      <dl className="mt-5 max-w-2xl divide-y divide-edge border-y border-edge">
        {rows.map(([label, value]) => (
          <div key={label} className="grid gap-x-6 py-3.5 sm:grid-cols-[12rem_1fr]">
            <dt className="text-soft">{label}</dt>
            <dd className="font-medium wrap-anywhere tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export default async function Account({ searchParams }: PageProps<'/account'>) {
  const customer = await currentCustomer();
  if (!customer) redirect('/login?to=/account');
  const { changed } = await searchParams;
  return (
    <div className="page pt-14">
      <LookingAt what="Account page" />
      <h1 className="text-[44px] wrap-anywhere">
        {customer.name ? (
          <>
            Hello, <bdi>{customer.name}</bdi>
          </>
        ) : (
          'Your account'
        )}
      </h1>
      {changed === 'plan' ? (
        <div className="mt-6 max-w-2xl">
          <Notice kind="done">
            You are on {customer.package.name} now. The new price starts with your next bill.
          </Notice>
        </div>
      ) : null}
      <div className="mt-8 grid gap-4 md:grid-cols-2">
        <PlanNow customer={customer} />
        <BillNow customer={customer} />
      </div>
      <Details customer={customer} />
    </div>
  );
}
