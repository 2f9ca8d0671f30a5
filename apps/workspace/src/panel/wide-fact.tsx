'use client';

import type { Fact } from '@countersign/claims';
import { type ReactNode, useId, useState } from 'react';
import { classNames } from '../ui/class-names';
import { useFactLabel } from './fact-label';
import { SealButton } from './fact-row';
import { Origin } from './origin';
import { Updated } from './updated';
import { useFresh } from './use-fresh';

/** A verified fact that needs the whole width: a package, the bills. */
export function WideFact({ fact, children }: { fact: Fact; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const controls = useId();
  const factLabel = useFactLabel();
  const fresh = useFresh(fact);
  return (
    <div
      data-testid={`fact-${fact.name}`}
      data-sealed={fact.sealed}
      className={classNames('mt-1.5 rounded-card border border-line px-3 py-2', fresh && 'mark-fresh')}
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">{children}</div>
        {fact.sealed && (
          <div className="-mt-0.5 -me-1.5">
            <SealButton
              label={factLabel(fact)}
              open={open}
              controls={controls}
              onToggle={() => setOpen(!open)}
            />
          </div>
        )}
      </div>
      <Updated fresh={fresh} />
      <div id={controls} hidden={!open}>
        {open && <Origin provenance={fact.provenance} />}
      </div>
    </div>
  );
}
