'use client';

import type { Trace } from '@countersign/claims';
import { useEffect, useState } from 'react';
import { agentClient } from '../api/agent.client';
import type { Answer } from '../api/answer';
import { useSettings } from '../settings/settings';
import { InEnglish, useWords } from '../settings/tongue';
import { Fold } from '../ui/fold';
import { PanelSection } from '../ui/panel-section';
import { TraceLink } from './trace-link';
import { TraceView } from './trace-view';

/** "How we know": the checks of the attempt behind this session, fetched when somebody wants to read them. */
export function TraceSection({
  conversation,
  attempt,
  open,
  onOpen,
}: {
  conversation: string;
  attempt: string | null;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { apiUrl } = useSettings();
  const { panel, trouble } = useWords();
  const [answer, setAnswer] = useState<Answer<Trace> | null>(null);

  useEffect(() => {
    if (!open) return;
    let current = true;
    setAnswer(null);
    void agentClient(apiUrl)
      .trace(conversation)
      .then((arrived) => current && setAnswer(arrived));
    return () => {
      current = false;
    };
  }, [apiUrl, conversation, attempt, open]);

  if (!attempt) return null;
  return (
    <PanelSection title={panel.trace.title} testid="trace">
      <Fold title={panel.trace.open} open={open} onOpenChange={onOpen}>
        {!answer && (
          <div aria-busy className="flex flex-col gap-2 py-1">
            <div className="skeleton h-3 w-4/5" />
            <div className="skeleton h-3 w-3/5" />
          </div>
        )}
        {answer && !answer.ok && <p className="text-sm text-quiet">{trouble(answer.trouble)}</p>}
        {answer?.ok && (
          <>
            <InEnglish>
              <TraceView trace={answer.value} />
            </InEnglish>
            <p className="mt-2 text-xs">
              <TraceLink attempt={attempt} label={panel.trace.whole} />
            </p>
          </>
        )}
      </Fold>
    </PanelSection>
  );
}
