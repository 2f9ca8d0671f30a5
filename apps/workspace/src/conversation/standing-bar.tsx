'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { Hand, Info } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { DutyMark } from '../duty/duty-mark';
import { useDutyOf } from '../duty/use-duty';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Fill } from '../ui/fill';
import { Ago } from '../ui/when';
import { RatingLine } from './rating-line';

function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="shrink-0 border-t border-line bg-ground px-4 py-2 pane:px-6">
      <div className="mx-auto flex max-w-[720px] items-center justify-between gap-3 text-sm">{children}</div>
    </div>
  );
}

function WithAnother({ agent }: { agent: NonNullable<ConversationSummary['agent']> }) {
  const { conversation } = useWords();
  const on = useDutyOf(agent.id);
  return (
    <Bar>
      <p className="flex flex-wrap items-center gap-2" data-testid="has-it">
        <Info aria-hidden size={14} className="text-quiet" />
        <span>
          <Fill
            text={conversation.otherHasIt}
            agent={
              <strong className="font-semibold">
                <bdi>{agent.name}</bdi>
              </strong>
            }
          />
        </span>
        {on !== null && <DutyMark on={on} />}
      </p>
    </Bar>
  );
}

/** What stands between this agent and an answer: nobody has it, somebody else has it, or it is over. */
export function StandingBar({ row, mine }: { row: ConversationSummary; mine: boolean }) {
  const desk = useDesk();
  const { conversation } = useWords();
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
            {row.endedAt ? (
              <Fill text={conversation.endedAgo} ago={<Ago at={row.endedAt} />} />
            ) : (
              conversation.endedSometime
            )}
          </span>
        </p>
        {row.rating && <RatingLine rating={row.rating} />}
      </Bar>
    );
  if (mine) return null;
  if (row.agent) return <WithAnother agent={row.agent} />;
  return (
    <Bar>
      <p>{conversation.nobodyHasIt}</p>
      <Button kind="primary" data-testid="take" disabled={busy} onClick={() => void take()}>
        <Hand aria-hidden size={14} />
        {conversation.take}
      </Button>
    </Bar>
  );
}
