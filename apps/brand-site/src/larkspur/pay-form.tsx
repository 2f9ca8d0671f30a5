import type { Bill, Billing } from '@countersign/claims';
import { payNow } from '../shop/actions';
import { pence, pounds, showDate, showMoney } from '../shop/money';

/** The open bill, and three ways to pay it with what each costs. */
export function PayForm({ bill, ways }: { bill: Bill; ways: Billing['ways'] }) {
  return (
    <section className="card" aria-labelledby="open-bill">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="open-bill" className="text-[26px]">
          {bill.period}
        </h2>
        <p className="text-[26px] font-bold tabular-nums">{showMoney(bill.amount, 'full')}</p>
      </div>
      <p className="mt-1 text-soft">Due on {showDate(bill.dueOn)}</p>
      <form action={payNow} className="mt-6">
        <input type="hidden" name="bill" value={bill.id} />
        <fieldset>
          <legend className="mb-2 font-semibold">How would you like to pay</legend>
          {ways.map((way, index) => (
            <label
              key={way.id}
              className="flex cursor-pointer items-center gap-3 rounded-xl px-3 py-2.5 hover:bg-lilac has-checked:bg-lilac"
            >
              <input
                type="radio"
                name="way"
                value={way.id}
                defaultChecked={index === 0}
                className="size-5 shrink-0 accent-violet"
              />
              <span className="grow">{way.label}</span>
              <span className="text-end text-soft tabular-nums">
                {pence(way.fee) === 0
                  ? 'No fee'
                  : `+ ${showMoney(way.fee, 'full')}, ${showMoney(pounds(pence(bill.amount) + pence(way.fee)), 'full')} in all`}
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button button-main mt-5">
          Pay now
        </button>
      </form>
    </section>
  );
}
