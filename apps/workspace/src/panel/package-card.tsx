import type { PackageDetails } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import { ToldText } from '../ui/told-text';

/** What the customer has bought. */
export function PackageCard({ details }: { details: PackageDetails }) {
  const { bills, formats } = useWords();
  const { name, price, allowance, contractEndsOn } = details;
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <ToldText text={name} className="font-medium" />
        <span className="font-medium tabular-nums">{formats.money(price)}</span>
      </div>
      {allowance && <ToldText text={allowance} className="text-quiet" />}
      {contractEndsOn && (
        <span className="text-quiet">{bills.contractEnds(formats.calendar(contractEndsOn))}</span>
      )}
    </div>
  );
}
