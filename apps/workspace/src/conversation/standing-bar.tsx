'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { Hand, Info } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { Ago } from '../ui/when';

function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="shrink-0 border-t border-line bg-ground px-4 py-2 pane:px-6">
      <div className="mx-auto flex max-w-[720px] items-center justify-between gap-3 text-sm">{children}</div>
    </div>
  );
}

/** What stands between this agent and an answer: nobody has it, somebody else has it, or it is over. */
export function StandingBar({ row, mine }: { row: ConversationSummary; mine: boolean }) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await desk.take(row.id);
    setBusy(false);
  };
  if (row.state === 'ended')
    return (
      <Bar>
        <p className="flex items-center gap-2 text-quiet">
          <Info aria-hidden size={14} />
          <span>
            This conversation ended
            {row.endedAt && (
              <>
                {' '}
                <Ago at={row.endedAt} />
              </>
            )}
            . It can be read, not continued.
          </span>
        </p>
      </Bar>
    );
  if (mine) return null;
  if (row.agent)
    return (
      <Bar>
        <p className="flex items-center gap-2" data-testid="has-it">
          <Info aria-hidden size={14} className="text-quiet" />
          <span>
            <strong className="font-semibold">{row.agent.name}</strong> has this conversation.
          </span>
        </p>
      </Bar>
    );
  return (
    <Bar>
      <p>Nobody has this conversation yet.</p>
      <Button kind="primary" data-testid="take" disabled={busy} onClick={() => void take()}>
        <Hand aria-hidden size={14} />
        Take conversation
      </Button>
    </Bar>
  );
}
