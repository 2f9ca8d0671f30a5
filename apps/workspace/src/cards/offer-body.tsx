import { differenceOf, hundredths, type Money, type OfferCard, type Plan } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { ToldText } from '../ui/told-text';

/** What it changes, as somebody says it who pays by the month. */
function useDifference(): (difference: Money) => string {
  const { cards, formats } = useWords();
  return (difference) => {
    const value = hundredths(difference);
    if (value === 0n) return cards.same;
    if (value > 0n) return cards.more(formats.money(difference));
    const nothing = { ...difference, amount: '0.00' };
    return cards.less(formats.money(differenceOf(difference, nothing) ?? difference));
  };
}

function PlanColumn({ title, plan, isNew }: { title: string; plan: Plan; isNew: boolean }) {
  const { cards, formats } = useWords();
  return (
    <div className={classNames('min-w-0 px-3 py-2', isNew && 'border-s border-line bg-hover')}>
      <dt className="text-xs text-quiet">{title}</dt>
      <dd className="flex flex-col">
        <ToldText text={plan.name} className={isNew ? 'font-semibold' : ''} />
        <span className="tabular-nums">
          {formats.money(plan.price)} <span className="text-xs text-quiet">{cards.aMonth}</span>
        </span>
        {plan.allowance && <ToldText text={plan.allowance} className="text-xs text-quiet" />}
      </dd>
    </div>
  );
}

/** What the customer has, what they would have, and why. */
export function OfferBody({ card }: { card: OfferCard }) {
  const { cards } = useWords();
  const difference = useDifference();
  return (
    <>
      <dl className="grid grid-cols-2 overflow-hidden rounded-control border border-line">
        <PlanColumn title={cards.now} plan={card.from} isNew={false} />
        <PlanColumn title={cards.afterwards} plan={card.to} isNew />
      </dl>
      <p className="font-semibold tabular-nums">{difference(card.difference)}</p>
      <p>
        <ToldText text={card.why} />
      </p>
      {card.terms && (
        <details className="text-xs text-quiet">
          <summary className="cursor-pointer">{cards.terms}</summary>
          <ToldText text={card.terms} />
        </details>
      )}
    </>
  );
}
