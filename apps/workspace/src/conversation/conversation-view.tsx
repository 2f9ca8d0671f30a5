'use client';

import { CircleAlert, RotateCw, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useDesk, useMe } from '../desk/desk-context';
import { lastNumberOf } from '../desk/state';
import { useLine, useRow, useThread } from '../desk/use-thread';
import { IdentityPane } from '../panel/identity-pane';
import { Button, buttonLook } from '../ui/button';
import { SideDrawer } from '../ui/drawer';
import { Empty } from '../ui/empty';
import { useMedia } from '../ui/media';
import { Composer } from './composer';
import { ConversationHeader } from './header';
import { StandingBar } from './standing-bar';
import { Transcript } from './transcript';
import { TranscriptSkeleton } from './transcript-skeleton';

const WIDE = '(min-width: 1100px)';

/** Looking at a conversation is watching it; its messages are seen while the tab is. */
function useWatch(id: string): void {
  const desk = useDesk();
  const line = useLine();
  const last = lastNumberOf(useThread(id));
  useEffect(() => {
    desk.open(id);
    return () => desk.leave(id);
  }, [desk, id]);
  useEffect(() => {
    if (last === 0 || line !== 'live') return;
    const see = () => {
      if (document.visibilityState === 'visible') void desk.seen(id);
      else desk.came(id);
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [desk, id, last, line]);
}

function Missing() {
  return (
    <div className="flex-1" data-testid="not-found">
      <Empty
        level="h1"
        icon={SearchX}
        title="There is no such conversation"
        action={
          <Link href="/conversations" className={buttonLook('plain', 'no-underline')}>
            Back to the queue
          </Link>
        }
      >
        The address may be mistyped, or the conversation belongs to another brand.
      </Empty>
    </div>
  );
}

function Failed({ id, notice }: { id: string; notice: string | null }) {
  const desk = useDesk();
  return (
    <div className="flex-1">
      <Empty
        level="h1"
        icon={RotateCw}
        title="The conversation could not be loaded"
        action={<Button onClick={() => desk.open(id)}>Try again</Button>}
      >
        {notice}
      </Empty>
    </div>
  );
}

function Notice({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text && (
        <p
          data-testid="notice"
          className="flex items-center justify-center gap-2 border-t border-conflict-border bg-conflict-bg px-4 py-1.5 text-sm text-conflict-ink"
        >
          <CircleAlert aria-hidden size={14} />
          {text}
        </p>
      )}
    </div>
  );
}

export function ConversationView({ id }: { id: string }) {
  useWatch(id);
  const me = useMe();
  const row = useRow(id);
  const { status, notice } = useThread(id);
  const wide = useMedia(WIDE);
  const [drawer, setDrawer] = useState(false);
  const mine = row?.agent?.id === me.agent.id;

  if (status === 'missing') return <Missing />;
  if (status === 'failed') return <Failed id={id} notice={notice} />;

  const reason = !row
    ? 'Loading…'
    : row.state === 'ended'
      ? 'This conversation has ended.'
      : row.agent === null
        ? 'Take the conversation to answer.'
        : mine
          ? null
          : `${row.agent.name} has this conversation.`;

  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ConversationHeader id={id} row={row} mine={mine} onIdentity={wide ? null : () => setDrawer(true)} />
        {status === 'ready' ? (
          <Transcript id={id} name={row?.name ?? 'Anonymous visitor'} />
        ) : (
          <TranscriptSkeleton />
        )}
        <Notice text={notice} />
        {row && <StandingBar row={row} mine={mine} />}
        <Composer id={id} reason={reason} />
      </div>
      {wide ? (
        <aside
          aria-label="Identity"
          tabIndex={-1}
          data-identity
          className="w-[340px] shrink-0 overflow-y-auto border-l border-line bg-surface outline-none"
        >
          <IdentityPane id={id} />
        </aside>
      ) : (
        <SideDrawer title="Identity" open={drawer} onOpenChange={setDrawer}>
          <IdentityPane id={id} />
        </SideDrawer>
      )}
    </>
  );
}
