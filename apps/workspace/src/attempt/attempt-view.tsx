'use client';

import type { Trace } from '@countersign/claims';
import type { AttemptDetail } from '@countersign/contracts';
import { FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../api/answer';
import { consoleClient } from '../api/console.client';
import { ViewHead } from '../list-detail/view-head';
import { useSettings } from '../settings/settings';
import { InEnglish, useWords } from '../settings/tongue';
import { buttonLook } from '../ui/button';
import { Copyable } from '../ui/copy';
import { Fill } from '../ui/fill';
import { Fold } from '../ui/fold';
import { Sentence } from '../ui/sentence';
import { Ago } from '../ui/when';
import { CheckList } from './check-list';
import { Hint } from './hint';
import { TraceReport } from './trace-report';
import { TraceLoading, TraceUnavailable } from './trace-states';

const purposes = ['first', 'renew', 'step-up'] as const;
const isPurpose = (purpose: string): purpose is (typeof purposes)[number] =>
  purposes.some((one) => one === purpose);

/** The same attempt presented again: nothing came of it, and somebody tried. */
function TurnedAway({ traces }: { traces: readonly Trace[] }) {
  const { connections } = useWords();
  if (traces.length === 0) return null;
  return (
    <section aria-labelledby="turned-away" data-testid="turned-away" className="flex flex-col gap-1">
      <h2 id="turned-away" className="text-sm font-semibold">
        {connections.attempt.turnedAway}
      </h2>
      {traces.map((trace) => (
        <Fold
          key={trace.now}
          title={
            <>
              <Sentence
                text={connections.outcome({ outcome: trace.outcome, reason: trace.reason ?? null })}
              />{' '}
              <span className="text-xs text-quiet">
                <Ago at={trace.now} />
              </span>
            </>
          }
        >
          <InEnglish className="flex flex-col gap-2 py-2 ps-5">
            {trace.hint && <Hint text={trace.hint} />}
            <CheckList steps={trace.steps.filter(({ outcome }) => outcome !== 'skipped')} />
          </InEnglish>
        </Fold>
      ))}
    </section>
  );
}

function Detail({ detail }: { detail: AttemptDetail }) {
  const { connections } = useWords();
  const words = connections.attempt;
  const { attempt, connection, purpose, begunAt, trace, turnedAway } = detail;
  const begun = isPurpose(purpose) ? words.begun[purpose] : words.begun.other;
  return (
    <>
      <ViewHead
        always
        back={`/connections/${connection}`}
        backLabel={words.back}
        title={<Fill text={words.title} connection={<code>{connection}</code>} />}
      >
        <Link
          href={`/connections/${connection}/try`}
          className={buttonLook('quiet', 'no-underline max-pane:hidden')}
        >
          <FlaskConical aria-hidden size={14} />
          {connections.tester.title}
        </Link>
      </ViewHead>
      <div className="flex max-w-[928px] flex-col gap-5 px-4 py-4 pane:px-6">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-quiet">
          <Copyable text={attempt} label={words.copy} testid="copy-attempt" />
          <span>
            <Fill text={begun} ago={<Ago at={begunAt} />} />
          </span>
        </p>
        <InEnglish>
          <TraceReport trace={trace} />
        </InEnglish>
        <TurnedAway traces={turnedAway} />
      </div>
    </>
  );
}

/** One attempt: why it was refused, or how it was believed. */
export function AttemptView({ connection, attempt }: { connection: string; attempt: string }) {
  const { apiUrl } = useSettings();
  const [answer, setAnswer] = useState<Answer<AttemptDetail> | null>(null);
  const load = useCallback(() => {
    let current = true;
    setAnswer(null);
    void consoleClient(apiUrl)
      .attempt(connection, attempt)
      .then((arrived) => current && setAnswer(arrived));
    return () => {
      current = false;
    };
  }, [apiUrl, connection, attempt]);
  useEffect(load, [load]);
  if (!answer) return <TraceLoading />;
  return answer.ok ? (
    <Detail detail={answer.value} />
  ) : (
    <TraceUnavailable trouble={answer.trouble} onRetry={load} />
  );
}
