'use client';

import { useParams, usePathname, useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { openAssignment, SEARCH, startNote, useNextOfYours } from '../conversation/actions';
import { useOpeners } from '../palette/with-palette';
import { type KeyWish, useKeys } from '../queue/keys';
import { QueuePane } from '../queue/queue-pane';
import { focusedConversation, moveAlongRows } from '../queue/row-list';
import { classNames } from '../ui/class-names';
import { ConnectionBanner } from './connection-banner';
import { useDesk } from './desk-context';

/** The pane, where it stands; the button that opens it, where it does not. */
function showIdentity(): void {
  const target = document.querySelector<HTMLElement>('[data-identity]');
  target?.focus();
  target?.click();
}

/** The queue beside whatever is open; on a narrow screen one of them. */
export function Panes({ children }: { children: ReactNode }) {
  const { id } = useParams<{ id?: string }>();
  const router = useRouter();
  const desk = useDesk();
  const { openKeys } = useOpeners();
  const onToYours = useNextOfYours();
  const isOpen = usePathname().startsWith('/conversations/');

  const take = () => {
    const conversation = focusedConversation() ?? id;
    if (!conversation) return;
    if (conversation !== id) router.push(`/conversations/${conversation}`);
    void desk.take(conversation);
  };
  const acts: Record<KeyWish, () => void> = {
    next: () => moveAlongRows(1),
    previous: () => moveAlongRows(-1),
    first: () => moveAlongRows('first'),
    last: () => moveAlongRows('last'),
    take,
    write: () => document.querySelector<HTMLElement>('[data-testid=composer]')?.focus(),
    identity: showIdentity,
    note: startNote,
    assign: openAssignment,
    yours: onToYours,
    search: () => router.push(SEARCH),
    help: openKeys,
  };
  useKeys((wish) => acts[wish]());

  return (
    <>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <div
          className={classNames(
            'w-full shrink-0 border-line bg-surface pane:block pane:w-[300px] roomy:w-[340px] vast:w-[380px] pane:border-e',
            isOpen ? 'hidden' : 'block',
          )}
        >
          <QueuePane onKeys={openKeys} />
        </div>
        {/* A narrow page that shows the queue alone still tells a screen reader what it is. */}
        <main className={classNames('flex min-w-0 flex-1', !isOpen && 'max-pane:sr-only')}>{children}</main>
      </div>
    </>
  );
}
