'use client';

import type { Fact } from '@countersign/claims';
import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { Seal } from '../ui/seal';
import { ToldText } from '../ui/told-text';
import { useFactLabel } from './fact-label';
import { Origin } from './origin';
import { useKnownValue } from './plain-value';
import { Updated } from './updated';
import { useFresh } from './use-fresh';

/** The seal, as the way to see what is behind it. */
export function SealButton({
  label,
  open,
  controls,
  onToggle,
}: {
  label: string;
  open: boolean;
  controls: string;
  onToggle: () => void;
}) {
  const { panel } = useWords();
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
      title={panel.showWho}
      className="inline-flex size-6 shrink-0 cursor-pointer items-center justify-center rounded-control hover:bg-verified-bg"
    >
      <Seal />
      <span className="sr-only">{panel.whereFrom(label)}</span>
    </button>
  );
}

/** One verified fact: what, its value, the seal in a column that no value reaches, and on demand who says so. */
export function FactRow({ fact, sayBy, children }: { fact: Fact; sayBy: boolean; children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const controls = useId();
  const fresh = useFresh(fact);
  const label = useFactLabel()(fact);
  const knownValue = useKnownValue();
  const { identity } = useWords();
  return (
    <div
      data-testid={`fact-${fact.name}`}
      data-sealed={fact.sealed}
      className={classNames(
        '-mx-2 grid grid-cols-[104px_1fr_24px] items-start gap-x-2 rounded-control px-2 py-0.5',
        fresh && 'mark-fresh',
      )}
    >
      <dt className="py-0.5 text-sm text-quiet">
        {label} <Updated fresh={fresh} />
      </dt>
      <dd className="min-w-0 py-0.5 text-sm">
        {children ?? (
          <ToldText text={knownValue(fact)} className={fact.name === 'sub' ? 'font-mono text-xs' : ''} />
        )}
        {sayBy && <span className="block text-xs text-quiet">{identity.vouchedBy(fact.provenance)}</span>}
      </dd>
      <dd>
        {fact.sealed && (
          <SealButton label={label} open={open} controls={controls} onToggle={() => setOpen(!open)} />
        )}
      </dd>
      <dd id={controls} hidden={!open} className="col-span-full">
        {open && <Origin provenance={fact.provenance} />}
      </dd>
    </div>
  );
}
