'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { ConnectionBanner } from '../desk/connection-banner';
import { type KeyWish, useKeys } from '../queue/keys';
import { PaneHead } from '../queue/pane-head';
import { moveAlongRows } from '../queue/row-list';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { type KeyRow, KeysDialog } from './keys-dialog';

const usual: readonly KeyRow[] = [
  { keys: ['j', 'k'], does: 'move' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['Enter'], does: 'open' },
];
const sheet: KeyRow = { keys: ['?'], does: 'sheet' };

/** A list beside whatever is open of it; on a narrow screen one of them. */
export function ListDetail({
  section,
  list,
  moreKeys = [],
  children,
}: {
  /** What is listed: its address is that of the list, and whatever is open of it stands below. */
  section: 'customers' | 'connections' | 'webhooks';
  list: ReactNode;
  moreKeys?: readonly KeyRow[];
  children: ReactNode;
}) {
  const { queue } = useWords();
  const isOpen = usePathname() !== `/${section}`;
  const [help, setHelp] = useState(false);
  const acts: Partial<Record<KeyWish, () => void>> = {
    next: () => moveAlongRows(1),
    previous: () => moveAlongRows(-1),
    first: () => moveAlongRows('first'),
    last: () => moveAlongRows('last'),
    help: () => setHelp(true),
  };
  useKeys((wish) => acts[wish]?.());
  return (
    <>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <nav
          aria-label={queue.sections[section]}
          className={classNames(
            'min-h-0 w-full shrink-0 flex-col border-line bg-surface pane:flex pane:w-[300px] roomy:w-[340px] vast:w-[380px] pane:border-e',
            isOpen ? 'hidden' : 'flex',
          )}
        >
          <PaneHead onKeys={() => setHelp(true)} />
          {list}
        </nav>
        <main
          className={classNames(
            'min-h-0 min-w-0 flex-1 overflow-y-auto',
            // A narrow page that shows the list alone still tells a screen reader what it is.
            !isOpen && 'max-pane:sr-only',
          )}
        >
          {children}
        </main>
      </div>
      <KeysDialog rows={[...usual, ...moreKeys, sheet]} open={help} onOpenChange={setHelp} />
    </>
  );
}
