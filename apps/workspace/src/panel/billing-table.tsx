'use client';

import type { Bill, Billing, WayToPay } from '@countersign/claims';
import { useId, useState } from 'react';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { useNow } from '../ui/now';
import { Pill } from '../ui/pill';
import { ToldText } from '../ui/told-text';
import { firstBills, isOverdue } from '../words/bills';
import { cheapest, isNothing } from '../words/money';

const SHOWN = 4;

function BillRow({ bill, now }: { bill: Bill; now: number }) {
  const { bills, formats } = useWords();
  const open = bill.status === 'open';
  return (
    <tr data-testid="bill" data-status={bill.status} className="border-t border-line align-top">
      <th scope="row" className="py-1 pe-2 text-start font-normal">
        <ToldText text={bill.period} />
        <span
          className={classNames(
            'block',
            open ? 'font-medium text-ink' : 'text-quiet',
            isOverdue(bill, now) && 'text-revoked-ink',
          )}
        >
          {bills.standing(bill, now)}
        </span>
      </th>
      <td className="py-1 pe-2 whitespace-nowrap text-quiet tabular-nums">
        {formats.shortCalendar(bill.dueOn)}
      </td>
      <td className={classNames('py-1 text-end whitespace-nowrap tabular-nums', open && 'font-medium')}>
        {formats.money(bill.amount)}
      </td>
    </tr>
  );
}

function Ways({ ways }: { ways: readonly WayToPay[] }) {
  const { bills, formats } = useWords();
  const best = cheapest(ways);
  const named = useId();
  return (
    <div className="mt-2">
      <p id={named} className="text-xs font-medium text-quiet">
        {bills.ways}
      </p>
      <ul aria-labelledby={named} className="list-none p-0">
        {ways.map((way) => (
          <li
            key={way.id}
            data-testid={`way-${way.id}`}
            className="flex items-center justify-between gap-2 py-0.5 text-xs"
          >
            <span className="flex min-w-0 flex-wrap items-center gap-1.5">
              <ToldText text={way.label} />
              {way === best && ways.length > 1 && <Pill tone="accent">{bills.cheapest}</Pill>}
            </span>
            <span className="shrink-0 text-quiet tabular-nums">
              {bills.fee(isNothing(way.fee) ? null : formats.money(way.fee))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is owed, bill by bill, and how to pay it. */
export function BillingTable({ billing }: { billing: Billing }) {
  const { bills: words, formats } = useWords();
  const now = useNow(60_000);
  const [whole, setWhole] = useState(false);
  const { balance, bills, ways } = billing;
  const shown = whole ? bills : firstBills(bills, SHOWN);
  return (
    <div className="text-xs">
      <p className="flex items-baseline justify-between pb-1 text-sm">
        <span className="text-quiet">{words.balance}</span>
        <span className="font-semibold tabular-nums" data-testid="balance">
          {isNothing(balance) ? words.nothingOpen : formats.money(balance)}
        </span>
      </p>
      {shown.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr className="text-start text-quiet">
              <th scope="col" className="py-1 pe-2 text-start font-medium">
                {words.bill}
              </th>
              <th scope="col" className="py-1 pe-2 text-start font-medium">
                {words.due}
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                {words.amount}
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
          {words.all(bills.length)}
        </button>
      )}
      {ways.length > 0 && bills.some(({ status }) => status === 'open') && <Ways ways={ways} />}
    </div>
  );
}
