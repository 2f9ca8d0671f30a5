'use client';

import type { Bill, Billing, WayToPay } from '@countersign/claims';
import { useState } from 'react';
import { classNames } from '../ui/class-names';
import { useNow } from '../ui/now';
import { Pill } from '../ui/pill';
import { ToldText } from '../ui/told-text';
import { billWords, firstBills, isOverdue } from '../words/bills';
import { cheapest, isNothing, moneyOf } from '../words/money';
import { shortCalendar } from '../words/time';

const SHOWN = 4;

function BillRow({ bill, now }: { bill: Bill; now: number }) {
  const open = bill.status === 'open';
  return (
    <tr data-testid="bill" data-status={bill.status} className="border-t border-line align-top">
      <th scope="row" className="py-1 pr-2 text-left font-normal">
        <ToldText text={bill.period} />
        <span
          className={classNames(
            'block',
            open ? 'font-medium text-ink' : 'text-quiet',
            isOverdue(bill, now) && 'text-revoked-ink',
          )}
        >
          {billWords(bill, now)}
        </span>
      </th>
      <td className="py-1 pr-2 whitespace-nowrap text-quiet tabular-nums">{shortCalendar(bill.dueOn)}</td>
      <td className={classNames('py-1 text-right whitespace-nowrap tabular-nums', open && 'font-medium')}>
        {moneyOf(bill.amount)}
      </td>
    </tr>
  );
}

function Ways({ ways }: { ways: readonly WayToPay[] }) {
  const best = cheapest(ways);
  return (
    <div className="mt-2">
      <h5 className="text-xs font-medium text-quiet">Ways to pay</h5>
      <ul className="list-none p-0">
        {ways.map((way) => (
          <li
            key={way.id}
            data-testid={`way-${way.id}`}
            className="flex items-center justify-between gap-2 py-0.5 text-xs"
          >
            <span className="flex min-w-0 flex-wrap items-center gap-1.5">
              <ToldText text={way.label} />
              {way === best && ways.length > 1 && <Pill tone="accent">Cheapest</Pill>}
            </span>
            <span className="shrink-0 text-quiet tabular-nums">
              {isNothing(way.fee) ? 'no fee' : `${moneyOf(way.fee)} fee`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is owed, bill by bill, and how to pay it. */
export function BillingTable({ billing }: { billing: Billing }) {
  const now = useNow(60_000);
  const [whole, setWhole] = useState(false);
  const { balance, bills, ways } = billing;
  const shown = whole ? bills : firstBills(bills, SHOWN);
  return (
    <div className="text-xs">
      <p className="flex items-baseline justify-between pb-1 text-sm">
        <span className="text-quiet">Balance</span>
        <span className="font-semibold tabular-nums" data-testid="balance">
          {isNothing(balance) ? 'Nothing open' : moneyOf(balance)}
        </span>
      </p>
      {shown.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">Bills, newest first</caption>
          <thead>
            <tr className="text-left text-quiet">
              <th scope="col" className="py-1 pr-2 font-medium">
                Bill
              </th>
              <th scope="col" className="py-1 pr-2 font-medium">
                Due
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((bill) => (
              <BillRow key={bill.id} bill={bill} now={now} />
            ))}
          </tbody>
        </table>
      )}
      {bills.length > shown.length && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="mt-1 cursor-pointer text-xs font-medium text-accent-ink underline underline-offset-2"
        >
          Show all {bills.length} bills
        </button>
      )}
      {ways.length > 0 && bills.some(({ status }) => status === 'open') && <Ways ways={ways} />}
    </div>
  );
}
