'use client';

import { Code, KeyRound, LayoutList, Palette, Plug, Users } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ConnectionBanner } from '../desk/connection-banner';
import { DeskGate } from '../desk/desk-gate';
import { type KeyRow, KeysDialog } from '../list-detail/keys-dialog';
import { RoleGate } from '../list-detail/role-gate';
import { PaneHead } from '../queue/pane-head';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';

const pages = [
  { name: 'overview', path: '/setup', icon: LayoutList },
  { name: 'connection', path: '/setup/connection', icon: Plug },
  { name: 'install', path: '/setup/install', icon: Code },
  { name: 'look', path: '/setup/look', icon: Palette },
  { name: 'team', path: '/setup/team', icon: Users },
  { name: 'keys', path: '/setup/keys', icon: KeyRound },
] as const;

const keys: readonly KeyRow[] = [{ keys: ['Ctrl K', '⌘ K'], does: 'palette' }];

function Pages() {
  const { setUp } = useWords();
  const here = usePathname();
  const shown = useRef<HTMLUListElement>(null);
  // On a phone they stand beside each other, and the one that is open may be beyond the edge.
  useEffect(() => {
    if (here)
      shown.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  return (
    <ul
      ref={shown}
      className="m-0 flex list-none gap-1 overflow-x-auto border-b border-line p-2 pane:flex-col pane:border-b-0"
    >
      {pages.map(({ name, path, icon: Icon }) => {
        const current = path === '/setup' ? here === path : here.startsWith(path);
        return (
          <li key={path}>
            <Link
              href={path}
              prefetch={false}
              aria-current={current ? 'page' : undefined}
              data-testid={`setup-${name}`}
              className={classNames(
                'flex h-9 items-center gap-2 rounded-control px-3 text-sm font-medium whitespace-nowrap no-underline transition-colors duration-150',
                current ? 'bg-active text-ink' : 'text-quiet hover:bg-hover hover:text-ink',
              )}
            >
              <Icon aria-hidden size={15} />
              {setUp.pages[name]}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { queue } = useWords();
  const [sheet, setSheet] = useState(false);
  return (
    <>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1 flex-col pane:flex-row">
        <nav
          aria-label={queue.sections.setup}
          className="w-full shrink-0 border-line bg-surface pane:w-[300px] pane:border-e"
        >
          <PaneHead onKeys={() => setSheet(true)} />
          <Pages />
        </nav>
        <main className="min-h-0 min-w-0 flex-1 overflow-y-auto">{children}</main>
      </div>
      <KeysDialog rows={keys} open={sheet} onOpenChange={setSheet} />
    </>
  );
}

/** The rooms in which a brand is set up, for those who may. */
export function SetUpFrame({ children }: { children: ReactNode }) {
  return (
    <DeskGate>
      <RoleGate needs="developer">
        <Frame>{children}</Frame>
      </RoleGate>
    </DeskGate>
  );
}

export function SetUpPage({
  title,
  lead,
  action,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto flex w-full max-w-[860px] flex-col gap-4 px-4 py-6 pane:px-8 pane:py-8">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold">{title}</h1>
          {lead && <p className="mt-1 max-w-[60ch] text-base text-pretty text-quiet">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
