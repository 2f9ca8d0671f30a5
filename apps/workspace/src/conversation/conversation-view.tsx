'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useDesk, useMe } from '../desk/desk-context';
import { wholeTo } from '../desk/state';
import { useLine, useRow, useThread } from '../desk/use-thread';
import { IdentityPane } from '../panel/identity-pane';
import { useWords } from '../settings/tongue';
import { DeadEnd } from '../ui/dead-end';
import { SideDrawer } from '../ui/drawer';
import { Failed } from '../ui/failed';
import { useMedia } from '../ui/media';
import { ConversationHeader } from './header';
import { StandingBar } from './standing-bar';
import { Transcript } from './transcript';
import { TranscriptSkeleton } from './transcript-skeleton';
import { Writing } from './writing';

const WIDE = '(min-width: 1100px)';

/** Looking at a conversation is watching it; its messages are seen while the tab is. */
function useWatch(id: string): void {
  const desk = useDesk();
  const line = useLine();
  const thread = useThread(id);
  const whole = wholeTo(thread);
  const noted = thread.notes.length;
  useEffect(() => {
    desk.open(id);
    return () => desk.leave(id);
  }, [desk, id]);
  useEffect(() => {
    if (whole === 0 || line !== 'live') return;
    const see = () => {
      if (document.visibilityState === 'visible') void desk.seen(id);
      else desk.came(id);
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [desk, id, whole, noted, line]);
}

function Missing() {
  const { conversation } = useWords();
  return (
    <DeadEnd title={conversation.missing} to="/conversations" toLabel={conversation.back}>
      {conversation.missingText}
    </DeadEnd>
  );
}

function Notice({ notice }: { notice: Trouble | null }) {
  const { trouble } = useWords();
  return (
    <div role="alert">
      {notice && (
        <p
          data-testid="notice"
          className="flex items-center justify-center gap-2 border-t border-conflict-border bg-conflict-bg px-4 py-1.5 text-sm text-conflict-ink"
        >
          <CircleAlert aria-hidden size={14} />
          {trouble(notice)}
        </p>
      )}
    </div>
  );
}

export function ConversationView({ id, at }: { id: string; at: number | null }) {
  useWatch(id);
  const { conversation, identity } = useWords();
  const desk = useDesk();
  const me = useMe();
  const row = useRow(id);
  const { status, notice } = useThread(id);
  const wide = useMedia(WIDE);
  const [drawer, setDrawer] = useState(false);
  const mine = row?.agent?.id === me.agent.id;

  if (status === 'missing') return <Missing />;
  if (status === 'failed')
    return (
      <div className="flex-1">
        <Failed level="h1" title={conversation.failed} trouble={notice} onRetry={() => desk.open(id)} />
      </div>
    );

  const reason = !row
    ? conversation.loading
    : row.state === 'ended'
      ? conversation.ended
      : row.agent === null
        ? conversation.takeFirst
        : mine
          ? null
          : conversation.withOther(row.agent.name);

  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ConversationHeader id={id} row={row} mine={mine} onIdentity={wide ? null : () => setDrawer(true)} />
        {status === 'ready' ? (
          <Transcript id={id} at={at} name={row?.name ?? identity.anonymousVisitor} />
        ) : (
          <TranscriptSkeleton />
        )}
        <Notice notice={notice} />
        {row && <StandingBar row={row} mine={mine} />}
        <Writing key={id} id={id} reason={reason} />
      </div>
      {wide ? (
        <aside
          aria-label={conversation.identity}
          tabIndex={-1}
          data-identity
          className="w-[340px] shrink-0 roomy:w-[400px] vast:w-[620px] overflow-y-auto border-s border-line bg-surface outline-none"
        >
          <IdentityPane id={id} />
        </aside>
      ) : (
        <SideDrawer title={conversation.identity} open={drawer} onOpenChange={setDrawer}>
          <IdentityPane id={id} />
        </SideDrawer>
      )}
    </>
  );
}
