'use client';

import { useParams, useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { KeySheet } from '../queue/key-sheet';
import { focusedConversation, type KeyWish, moveAlongRows, useKeys } from '../queue/keys';
import { QueuePane } from '../queue/queue-pane';
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
  const [sheet, setSheet] = useState(false);

  const take = () => {
    const conversation = focusedConversation() ?? id;
    if (!conversation) return;
    if (conversation !== id) router.push(`/conversations/${conversation}`);
    void desk.take(conversation);
  };
  const acts: Record<KeyWish, () => void> = {
    next: () => moveAlongRows(1),
    previous: () => moveAlongRows(-1),
    take,
    write: () => document.querySelector<HTMLElement>('[data-testid=composer]')?.focus(),
    identity: showIdentity,
    help: () => setSheet(true),
  };
  useKeys((wish) => acts[wish]());

  return (
    <>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <div
          className={classNames(
            'w-full shrink-0 border-line bg-surface pane:block pane:w-[300px] pane:border-r',
            id ? 'hidden' : 'block',
          )}
        >
          <QueuePane onKeys={() => setSheet(true)} />
        </div>
        <main className={classNames('min-w-0 flex-1 pane:flex', id ? 'flex' : 'hidden')}>{children}</main>
      </div>
      <KeySheet open={sheet} onOpenChange={setSheet} />
    </>
  );
}
