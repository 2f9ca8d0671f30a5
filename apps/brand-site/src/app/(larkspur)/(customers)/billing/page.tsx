import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { openBill } from '../../../../customers/bills';
import { BillTable } from '../../../../larkspur/bill-table';
import { Notice } from '../../../../larkspur/notice';
import { PayForm } from '../../../../larkspur/pay-form';
import { currentCustomer } from '../../../../session/session';
import { LookingAt } from '../../../../shop/looking-at';
import { showMoney } from '../../../../shop/money';

export const metadata: Metadata = { title: 'Billing' };

export default async function BillingPage({ searchParams }: PageProps<'/billing'>) {
  const customer = await currentCustomer();
  if (!customer) redirect('/login?to=/billing');
  const { billing } = customer;
  const due = openBill(billing);
  const { paid, problem } = await searchParams;
  return (
    <div className="page pt-14">
      <LookingAt
        what={due ? `Billing: ${due.period}, ${showMoney(due.amount, 'full')} open` : 'Billing: all paid'}
      />
      <h1 className="text-[44px]">Bills and payments</h1>
      <div className="mt-8 grid max-w-3xl gap-6">
        {paid && !due ? <Notice kind="done">Paid. Nothing is open on your account.</Notice> : null}
        {problem === 'processor' ? (
          <Notice kind="problem">That way was refused, and nothing was charged. Pick another one.</Notice>
        ) : null}
        {problem === 'way' ? <Notice kind="problem">Pick one of the ways to pay.</Notice> : null}
        {due ? <PayForm bill={due} ways={billing.ways} /> : null}
        {!due && !paid ? (
          <p className="text-[19px] text-soft">Nothing is open. All your bills are paid.</p>
        ) : null}
      </div>
      <section className="mt-14 max-w-3xl" aria-labelledby="history">
        <h2 id="history" className="text-[26px]">
          The last two years
        </h2>
        <BillTable bills={billing.bills} />
      </section>
    </div>
  );
}
