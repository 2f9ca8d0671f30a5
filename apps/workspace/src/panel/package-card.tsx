import type { PackageDetails } from '@countersign/claims';
import { ToldText } from '../ui/told-text';
import { moneyOf } from '../words/money';
import { calendar } from '../words/time';

/** What the customer has bought. */
export function PackageCard({ details }: { details: PackageDetails }) {
  const { name, price, allowance, contractEndsOn } = details;
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <ToldText text={name} className="font-medium" />
        <span className="font-medium tabular-nums">{moneyOf(price)}</span>
      </div>
      {allowance && <ToldText text={allowance} className="text-quiet" />}
      {contractEndsOn && <span className="text-quiet">Contract ends {calendar(contractEndsOn)}</span>}
    </div>
  );
}
