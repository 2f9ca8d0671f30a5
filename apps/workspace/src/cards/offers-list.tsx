import type { Offers } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import { ToldText } from '../ui/told-text';

/** What the customer may be offered, the best first. */
export function OffersList({ offers }: { offers: Offers }) {
  const { cards, formats } = useWords();
  return (
    <ul className="flex list-none flex-col gap-1.5 p-0 text-sm">
      {offers.map(({ id, to, why }) => (
        <li key={id} data-testid={`offer-${id}`}>
          <span className="flex items-baseline justify-between gap-3">
            <ToldText text={to.name} className="font-medium" />
            <span className="tabular-nums">
              {formats.money(to.price)} <span className="text-xs text-quiet">{cards.aMonth}</span>
            </span>
          </span>
          <ToldText text={why} className="text-xs text-quiet" />
        </li>
      ))}
    </ul>
  );
}
