'use client';

import { usePathname } from 'next/navigation';
import { useWords } from './tongue';

/** One quiet line on every page: nobody shall take the demo's people for real ones. */
export function DemoBanner({ shop }: { shop: string | null }) {
  const { shell } = useWords();
  // Within the console's preview: it stands around the frame already.
  if (usePathname() === '/preview') return null;
  return (
    <aside
      aria-label={shell.demo}
      data-testid="demo-banner"
      className="shrink-0 truncate border-b border-line bg-hover px-3 py-0.5 text-center text-xs text-quiet"
    >
      {shell.demoText}
      {shop && (
        <>
          {' '}
          <a href={shop} className="hidden text-quiet underline hover:text-ink pane:inline">
            {shell.openShop}
          </a>
        </>
      )}
    </aside>
  );
}
