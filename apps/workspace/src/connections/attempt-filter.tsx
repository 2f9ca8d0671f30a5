'use client';

import { rejectionReasonNames } from '@countersign/claims';
import { usePathname, useSearchParams } from 'next/navigation';
import type { AttemptFilter } from '../api/console.client';
import { Choice } from '../ui/choice';

const outcomes = ['verified', 'declined', 'rejected'] as const;
const labels = { verified: 'Verified', declined: 'Declined', rejected: 'Refused' } as const;

/** The filter stands in the address: a link to it shows the same, and going back restores it. */
export function useAttemptFilter(): AttemptFilter {
  const query = useSearchParams();
  const outcome = outcomes.find((one) => one === query.get('outcome'));
  const reason = rejectionReasonNames.find((one) => one === query.get('reason'));
  return { outcome, reason };
}

export function AttemptFilterBar({ outcome, reason }: AttemptFilter) {
  const path = usePathname();
  const choose = (next: AttemptFilter) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(next)) if (value) query.set(name, value);
    // The page is the same: nothing is asked of the server for it.
    history.replaceState(null, '', query.size > 0 ? `${path}?${query}` : path);
  };
  return (
    <div className="flex w-full gap-3 pane:w-auto">
      <Choice
        label="Outcome"
        data-testid="filter-outcome"
        className="w-28 shrink-0 pane:w-32"
        value={outcome ?? ''}
        onChange={({ target }) => choose({ outcome: outcomes.find((one) => one === target.value) })}
      >
        <option value="">All</option>
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {labels[one]}
          </option>
        ))}
      </Choice>
      <Choice
        label="Reason"
        data-testid="filter-reason"
        className="min-w-0 flex-1 pane:w-60 pane:flex-none"
        value={reason ?? ''}
        onChange={({ target }) =>
          choose(target.value ? { outcome: 'rejected', reason: target.value } : { outcome })
        }
      >
        <option value="">Any</option>
        {rejectionReasonNames.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Choice>
    </div>
  );
}
