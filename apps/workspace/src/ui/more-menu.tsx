'use client';

import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';

type Act = {
  readonly text: string;
  readonly testid: string;
  /** It takes something away. */
  readonly grave?: boolean;
  readonly run: () => void;
};

/** What is done seldom, behind three dots. */
export function MoreMenu({ label, testid, acts }: { label: string; testid: string; acts: readonly Act[] }) {
  // Drawn within the landmark it stands in, not at the end of the page.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <div ref={setPlace}>
      <Menu.Root>
        <Menu.Trigger
          aria-label={label}
          data-testid={testid}
          className="inline-flex size-8 shrink-0 cursor-pointer items-center justify-center rounded-control text-quiet hover:bg-hover hover:text-ink"
        >
          <Ellipsis aria-hidden size={16} />
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner align="end" sideOffset={4} className="z-40">
            <Menu.Popup className="min-w-48 rounded-card border border-line bg-surface p-1 shadow-float outline-none">
              {acts.map(({ text, testid: act, grave, run }) => (
                <Menu.Item
                  key={act}
                  data-testid={act}
                  onClick={run}
                  className={`flex h-8 cursor-pointer items-center rounded-control px-2.5 text-sm outline-none data-highlighted:bg-hover ${grave ? 'text-revoked-ink' : ''}`}
                >
                  {text}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
