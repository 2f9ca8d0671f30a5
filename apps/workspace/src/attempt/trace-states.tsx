import { RotateCw, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { Trouble } from '../api/answer';
import { Button, buttonLook } from '../ui/button';
import { Empty } from '../ui/empty';

/** The shape of what comes. */
export function TraceLoading() {
  return (
    <div aria-busy className="flex flex-col gap-3 px-4 py-4 pane:px-6">
      <p className="sr-only" role="status">
        Loading the trace
      </p>
      <div className="skeleton h-5 w-3/5" />
      <div className="skeleton h-16 w-full max-w-[880px]" />
      <div className="skeleton h-64 w-full max-w-[880px]" />
    </div>
  );
}

/** No trace: gone for good, or not to be had at the moment. */
export function TraceUnavailable({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const gone = trouble.code === 'attempt_not_found' || trouble.code === 'trace_not_kept';
  const why: Partial<Record<Trouble['code'], string>> = {
    attempt_not_found: 'Its id may be mistyped, it may be another brand’s, or older than traces are kept.',
    trace_not_kept:
      'The connection refused more proofs that day than traces are kept of. Later ones are here.',
  };
  return (
    <div data-testid={gone ? 'not-found' : 'unavailable'} className="h-full">
      <Empty
        level="h1"
        icon={gone ? SearchX : RotateCw}
        title={trouble.title}
        action={
          gone ? (
            <Link href="/connections" className={buttonLook('plain', 'no-underline')}>
              To the connections
            </Link>
          ) : (
            <Button onClick={onRetry}>Try again</Button>
          )
        }
      >
        {why[trouble.code]}
      </Empty>
    </div>
  );
}
