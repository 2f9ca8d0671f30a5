'use client';

import { useParams } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { ConnectionBanner } from '../desk/connection-banner';
import { type KeyWish, moveAlongRows, useKeys } from '../queue/keys';
import { PaneHead } from '../queue/pane-head';
import { classNames } from '../ui/class-names';
import { ConnectionKeys } from './connection-keys';
import { ConnectionList } from './connection-list';
import { FindAttempt } from './find-attempt';

/** The connections beside whatever is open of one; on a narrow screen one of them. */
export function ConnectionPanes({ children }: { children: ReactNode }) {
  const { key } = useParams<{ key?: string }>();
  const [sheet, setSheet] = useState(false);
  const acts: Partial<Record<KeyWish, () => void>> = {
    next: () => moveAlongRows(1),
    previous: () => moveAlongRows(-1),
    help: () => setSheet(true),
  };
  useKeys((wish) => acts[wish]?.());
  return (
    <>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <nav
          aria-label="Connections"
          className={classNames(
            'min-h-0 w-full shrink-0 flex-col border-line bg-surface pane:flex pane:w-[300px] pane:border-r',
            key ? 'hidden' : 'flex',
          )}
        >
          <PaneHead onKeys={() => setSheet(true)} />
          <FindAttempt />
          <ConnectionList />
        </nav>
        <main
          className={classNames(
            'min-h-0 min-w-0 flex-1 overflow-y-auto pane:block',
            key ? 'block' : 'hidden',
          )}
        >
          {children}
        </main>
      </div>
      <ConnectionKeys open={sheet} onOpenChange={setSheet} />
    </>
  );
}
