import type { Bill } from '@countersign/claims';
import { showDate, showMoney } from '../shop/money';

function Status({ bill }: { bill: Bill }) {
  if (bill.status === 'open')
    return (
      <span className="rounded-full bg-rust-wash px-3 py-1 text-[14px] font-semibold text-rust">Open</span>
    );
  return (
    <span className="text-[15px] text-soft">
      Paid<span className="hidden sm:inline">{bill.paidOn ? ` on ${showDate(bill.paidOn)}` : ''}</span>
    </span>
  );
}

export function BillTable({ bills }: { bills: readonly Bill[] }) {
  return (
    <table className="mt-5 w-full border-collapse text-left">
      <caption className="sr-only">Bills of the last two years, newest first</caption>
      <thead className="text-[14px] text-soft">
        <tr className="border-b border-edge">
          <th className="py-2 pr-3 font-medium">Month</th>
          <th className="hidden py-2 pr-3 font-medium sm:table-cell">Due</th>
          <th className="py-2 pr-3 text-right font-medium">Amount</th>
          <th className="py-2 text-right font-medium">Status</th>
        </tr>
      </thead>
      <tbody>
        {bills.map((bill) => (
          <tr key={bill.id} className="border-b border-edge">
            <th scope="row" className="py-3 pr-3 font-medium">
              {bill.period}
            </th>
            <td className="hidden py-3 pr-3 text-soft sm:table-cell">{showDate(bill.dueOn)}</td>
            <td className="py-3 pr-3 text-right">{showMoney(bill.amount, 'full')}</td>
            <td className="py-3 text-right">
              <Status bill={bill} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
