import { type BillCard, hundredths } from '@countersign/claims';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { useWords } from '../settings/tongue';
import { Pill } from '../ui/pill';
import { ToldText } from '../ui/told-text';

const row = 'flex items-baseline justify-between gap-3';

/** What is to be paid, and all it comes to by each way. */
export function BillBody({ card, choice }: { card: BillCard; choice: string | null }) {
  const { bills, cards, formats } = useWords();
  const named = useId();
  const ways = choice === null ? card.ways : card.ways.filter(({ id }) => id === choice);
  return (
    <>
      <ul className="list-none p-0">
        {card.bills.map((bill) => (
          <li key={bill.id} className={row}>
            <span className="min-w-0">
              <ToldText text={bill.period} />{' '}
              <span className="text-xs text-quiet">{cards.due(formats.shortCalendar(bill.dueOn))}</span>
            </span>
            <span className="tabular-nums">{formats.money(bill.amount)}</span>
          </li>
        ))}
      </ul>
      {card.bills.length > 1 && (
        <p className={`${row} font-semibold`}>
          {cards.inAll}
          <span className="tabular-nums">{formats.money(card.total)}</span>
        </p>
      )}
      <div>
        <p id={named} className="text-xs text-quiet">
          {choice === null ? bills.ways : cards.chosen}
        </p>
        <ul aria-labelledby={named} className="list-none p-0">
          {ways.map((way) => (
            <li key={way.id} className={row}>
              <span className="flex min-w-0 flex-wrap items-center gap-1.5">
                <ToldText text={way.label} />
                <span className="text-xs text-quiet">
                  {bills.fee(hundredths(way.fee) === 0n ? null : formats.money(way.fee))}
                </span>
                {way.id === card.cheapest && (
                  <Pill tone="accent">
                    <Check aria-hidden size={11} />
                    {bills.cheapest}
                  </Pill>
                )}
              </span>
              <span className="tabular-nums">{formats.money(way.total)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
