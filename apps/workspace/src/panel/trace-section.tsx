'use client';

import type { Trace } from '@countersign/claims';
import { useEffect, useState } from 'react';
import { agentClient } from '../api/agent.client';
import type { Answer } from '../api/answer';
import { useSettings } from '../settings/settings';
import { Fold } from '../ui/fold';
import { PanelSection } from '../ui/panel-section';
import { TraceLink } from './trace-link';
import { TraceView } from './trace-view';

/** "How we know": the checks of the attempt behind this session, fetched when somebody wants to read them. */
export function TraceSection({ conversation, attempt }: { conversation: string; attempt: string | null }) {
  const { apiUrl } = useSettings();
  const [open, setOpen] = useState(false);
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
    <PanelSection title="How we know" testid="trace">
      <Fold title="Every check of the proof, in order" open={open} onOpenChange={setOpen}>
        {!answer && (
          <div aria-busy className="flex flex-col gap-2 py-1">
            <div className="skeleton h-3 w-4/5" />
            <div className="skeleton h-3 w-3/5" />
          </div>
        )}
        {answer && !answer.ok && <p className="text-sm text-quiet">{answer.trouble.title}</p>}
        {answer?.ok && (
          <>
            <TraceView trace={answer.value} />
            <p className="mt-2 text-xs">
              <TraceLink attempt={attempt} label="The whole trace" />
            </p>
          </>
        )}
      </Fold>
    </PanelSection>
  );
}
