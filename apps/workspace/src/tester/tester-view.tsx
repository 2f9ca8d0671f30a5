'use client';

import type { TryProof, TryResult } from '@countersign/contracts';
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../api/answer';
import { consoleClient } from '../api/console.client';
import { TraceReport } from '../attempt/trace-report';
import { MissingConnection } from '../connections/connection-view';
import { useConsole } from '../connections/console-context';
import { ViewHead } from '../list-detail/view-head';
import { useSettings } from '../settings/settings';
import { InEnglish, useWords } from '../settings/tongue';
import { Coming } from '../ui/coming';
import { Notice } from '../ui/notice';
import { TesterForm } from './tester-form';

function Result({ answer }: { answer: Answer<TryResult> }) {
  const { connections, trouble } = useWords();
  const place = useRef<HTMLElement>(null);
  // The report stands below what was pasted: whoever asked for it is brought there.
  useEffect(() => place.current?.focus(), [answer]);
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={connections.tester.outcome}
      data-testid="tried"
      className="scroll-mt-16 outline-none"
    >
      {answer.ok ? (
        <InEnglish>
          <TraceReport trace={answer.value.trace} />
        </InEnglish>
      ) : (
        <Notice tone="refused" role="alert">
          {trouble(answer.trouble)}
        </Notice>
      )}
    </section>
  );
}

/** The token tester: the trace an attempt would leave, without an attempt. */
export function TesterView({ connectionKey }: { connectionKey: string }) {
  const { apiUrl } = useSettings();
  const words = useWords().connections;
  const { tester } = words;
  const { list } = useConsole();
  const [chosen, setChosen] = useState(connectionKey);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer<TryResult> | null>(null);
  if (!list) return <Coming title={words.loading} />;
  const connection = list.connections.find(({ key }) => key === chosen);
  if (!connection) return <MissingConnection />;
  const tryIt = async (proof: TryProof) => {
    setBusy(true);
    setAnswer(null);
    setAnswer(await consoleClient(apiUrl).try(connection.key, proof));
    setBusy(false);
  };
  return (
    <>
      <ViewHead always back={`/connections/${connection.key}`} backLabel={tester.back} title={tester.title} />
      <div className="flex max-w-[928px] flex-col gap-5 px-4 py-4 pane:px-6">
        <p className="text-sm text-quiet">{tester.text}</p>
        <TesterForm
          connection={connection}
          connections={list.connections}
          busy={busy}
          onChoose={(key) => {
            setChosen(key);
            setAnswer(null);
          }}
          onTry={tryIt}
        />
        {answer && <Result answer={answer} />}
      </div>
    </>
  );
}
