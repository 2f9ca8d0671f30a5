import type { AttemptSummary } from '@countersign/contracts';
import Link from 'next/link';
import { OutcomeIcon } from '../attempt/outcome-icon';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { Sentence } from '../ui/sentence';
import { ToldLine } from '../ui/told-line';
import { Ago } from '../ui/when';
import { hostOf } from '../words/host';

/** One proof and what became of it; its trace is one click away. */
export function AttemptRow({ connection, attempt }: { connection: string; attempt: AttemptSummary }) {
  const { connections } = useWords();
  const { outcome, reason, origin, durationMs, at, settled } = attempt;
  return (
    <Link
      href={`/connections/${connection}/attempts/${attempt.attempt}`}
      prefetch={false}
      data-testid="attempt-row"
      data-attempt={attempt.attempt}
      data-outcome={outcome}
      data-row
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 px-3 py-2.5 text-ink no-underline outline-offset-[-2px] transition-colors duration-100 hover:bg-hover"
    >
      <span className="mt-0.5">
        <OutcomeIcon outcome={outcome} />
      </span>
      <span className="min-w-0">
        <span className="flex items-baseline justify-between gap-3">
          <span
            className={classNames('min-w-0 text-sm', outcome === 'rejected' ? 'font-medium' : 'text-quiet')}
          >
            <Sentence text={connections.outcome(attempt)} />
          </span>
          <span className="shrink-0 text-xs text-quiet">
            <Ago at={at} />
          </span>
        </span>
        <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-xs text-quiet">
          {reason && <code>{reason}</code>}
          <span className="min-w-0 truncate">
            <span className="sr-only">{connections.attempts.from}</span>
            <ToldLine text={hostOf(origin)} limit={80} />
          </span>
          <span>{connections.milliseconds(durationMs)}</span>
          {!settled && <span>{connections.attempts.turnedAway}</span>}
        </span>
      </span>
    </Link>
  );
}
