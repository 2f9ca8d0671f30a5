import type { AttemptSummary } from '@countersign/contracts';
import Link from 'next/link';
import { OutcomeIcon } from '../attempt/outcome-icon';
import { classNames } from '../ui/class-names';
import { Sentence } from '../ui/sentence';
import { ToldLine } from '../ui/told-line';
import { Ago } from '../ui/when';
import { milliseconds, outcomeWords } from '../words/attempts';

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : origin);

/** One proof and what became of it; its trace is one click away. */
export function AttemptRow({ connection, attempt }: { connection: string; attempt: AttemptSummary }) {
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
            <Sentence text={outcomeWords(attempt)} />
          </span>
          <span className="shrink-0 text-xs text-quiet">
            <Ago at={at} />
          </span>
        </span>
        <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-xs text-quiet">
          {reason && <code>{reason}</code>}
          <span className="min-w-0 truncate">
            <span className="sr-only">from </span>
            <ToldLine text={hostOf(origin)} limit={80} />
          </span>
          <span>{milliseconds(durationMs)}</span>
          {!settled && <span>turned away at the attempt</span>}
        </span>
      </span>
    </Link>
  );
}
