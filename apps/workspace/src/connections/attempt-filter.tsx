'use client';

import { rejectionReasonNames } from '@countersign/claims';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { AttemptFilter } from '../api/console.client';
import { useWords } from '../settings/tongue';
import { Choice } from '../ui/choice';

const outcomes = ['verified', 'declined', 'rejected'] as const;

/** The filter stands in the address: a link to it shows the same, and going back restores it. */
export function useAttemptFilter(): AttemptFilter {
  const query = useSearchParams();
  const outcome = outcomes.find((one) => one === query.get('outcome'));
  const reason = rejectionReasonNames.find((one) => one === query.get('reason'));
  return { outcome, reason };
}

export function AttemptFilterBar(filter: AttemptFilter) {
  const { attempts } = useWords().connections;
  const path = usePathname();
  // The address follows a moment later: whoever walks through the choices by arrows is ahead of it until they leave.
  const [ahead, setAhead] = useState<AttemptFilter | null>(null);
  const { outcome, reason } = ahead ?? filter;
  const choose = (next: AttemptFilter) => {
    setAhead(next);
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(next)) if (value) query.set(name, value);
    // The page is the same: nothing is asked of the server for it.
    history.replaceState(null, '', query.size > 0 ? `${path}?${query}` : path);
  };
  return (
    <div className="flex w-full gap-3 pane:w-auto">
      <Choice
        label={attempts.outcome}
        data-testid="filter-outcome"
        className="w-28 shrink-0 pane:w-32"
        value={outcome ?? ''}
        onBlur={() => setAhead(null)}
        onChange={({ target }) => choose({ outcome: outcomes.find((one) => one === target.value) })}
      >
        <option value="">{attempts.all}</option>
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {attempts.outcomes[one]}
          </option>
        ))}
      </Choice>
      <Choice
        label={attempts.reason}
        data-testid="filter-reason"
        className="min-w-0 flex-1 pane:w-60 pane:flex-none"
        value={reason ?? ''}
        onBlur={() => setAhead(null)}
        onChange={({ target }) =>
          choose(target.value ? { outcome: 'rejected', reason: target.value } : { outcome })
        }
      >
        <option value="">{attempts.any}</option>
        {rejectionReasonNames.map((one) => (
          <option key={one} value={one} lang="en" dir="ltr">
            {one}
          </option>
        ))}
      </Choice>
    </div>
  );
}
