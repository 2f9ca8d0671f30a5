import type { Conflict } from '@countersign/claims';
import { Split } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Seal } from '../ui/seal';
import { ToldText } from '../ui/told-text';
import { useFactLabel } from './fact-label';
import { PageValue } from './page-facts';
import { useKnownValue } from './plain-value';

function Row({ conflict, holds }: { conflict: Conflict; holds: boolean }) {
  const { identity, panel } = useWords();
  const factLabel = useFactLabel();
  const knownValue = useKnownValue();
  const { name, verified, page } = conflict;
  return (
    <div
      data-testid={`conflict-${name}`}
      className="overflow-hidden rounded-card border border-conflict-border"
    >
      <h4 className="flex items-center gap-1.5 bg-conflict-bg px-3 py-1 text-xs font-medium text-conflict-ink">
        <Split aria-hidden size={13} />
        {factLabel(verified)}
      </h4>
      <dl className="grid grid-cols-2">
        <div className="min-w-0 px-3 py-2">
          <dt className="flex items-center gap-1 text-xs text-quiet">
            {verified.sealed && <Seal size={12} className={holds ? '' : 'grayscale'} />}
            {identity.vouchedBy(verified.provenance)}
          </dt>
          <dd className="text-sm font-medium">
            <ToldText text={knownValue(verified)} />
          </dd>
        </div>
        <div className="min-w-0 border-s-2 border-dashed border-page-border px-3 py-2">
          <dt className="text-xs text-quiet">{panel.claimedByPage}</dt>
          <dd>
            <PageValue fact={page} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** Where the page says something else than what is verified. Both are shown; the page changes nothing. */
export function Conflicts({ conflicts, holds }: { conflicts: readonly Conflict[]; holds: boolean }) {
  const { panel } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <section data-testid="conflicts" className="border-t border-line px-4 py-3.5">
      <h3 className="text-sm leading-5 font-semibold">{panel.conflicts(conflicts.length)}</h3>
      <p className="text-xs text-quiet">{holds ? panel.conflictNow : panel.conflictThen}</p>
      <div className="mt-2 flex flex-col gap-2">
        {conflicts.map((conflict) => (
          <Row key={conflict.name} conflict={conflict} holds={holds} />
        ))}
      </div>
    </section>
  );
}
