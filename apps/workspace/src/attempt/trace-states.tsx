'use client';

import type { Trouble } from '../api/answer';
import { useWords } from '../settings/tongue';
import { DeadEnd } from '../ui/dead-end';
import { Failed } from '../ui/failed';

/** The shape of what comes. */
export function TraceLoading() {
  const { attempt } = useWords().connections;
  return (
    <div aria-busy className="flex flex-col gap-3 px-4 py-4 pane:px-6">
      <div className="sr-only" role="status">
        <h1>{attempt.loading}</h1>
      </div>
      <div className="skeleton h-5 w-3/5" />
      <div className="skeleton h-16 w-full max-w-[880px]" />
      <div className="skeleton h-64 w-full max-w-[880px]" />
    </div>
  );
}

/** No trace: gone for good, or not to be had at the moment. */
export function TraceUnavailable({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const { connections, trouble: told } = useWords();
  const { attempt, toList } = connections;
  if (trouble.code === 'attempt_not_found' || trouble.code === 'trace_not_kept')
    return (
      <DeadEnd title={told(trouble)} to="/connections" toLabel={toList}>
        {trouble.code === 'attempt_not_found' ? attempt.notFound : attempt.notKept}
      </DeadEnd>
    );
  return (
    <div data-testid="unavailable" className="h-full">
      <Failed level="h1" title={told(trouble)} trouble={null} onRetry={onRetry} />
    </div>
  );
}
