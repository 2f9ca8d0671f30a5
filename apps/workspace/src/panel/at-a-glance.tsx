'use client';

import type { IdentityPanel } from '@countersign/contracts';
import { Globe, type LucideIcon, Split } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { Seal } from '../ui/seal';

function Jump({ to, look, children }: { to: string; look: string; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={() => document.querySelector(`[data-testid="${to}"]`)?.scrollIntoView({ block: 'start' })}
      className={classNames(
        'inline-flex h-6 cursor-pointer items-center gap-1 rounded-full border px-2 text-xs font-medium',
        look,
      )}
    >
      {children}
    </button>
  );
}

const Mark = ({ icon: Icon }: { icon: LucideIcon }) => <Icon aria-hidden size={12} className="shrink-0" />;

/** How much of what stands below is verified, how much is only claimed, and whether the two disagree. */
export function AtAGlance({
  panel: { sealed, page, conflicts },
  holds,
}: {
  panel: IdentityPanel;
  holds: boolean;
}) {
  const { glance } = useWords().panel;
  const known = sealed.filter(({ provenance }) => provenance.source !== 'page');
  if (known.length + page.length === 0) return null;
  return (
    <div data-testid="glance" className="flex flex-wrap gap-1.5 px-4 pb-3.5">
      {known.length > 0 && (
        <Jump
          to="verified-facts"
          look={
            holds
              ? 'border-verified-border bg-verified-bg text-verified-ink'
              : 'border-line bg-hover text-quiet grayscale'
          }
        >
          <span aria-hidden className="inline-flex">
            <Seal size={12} />
          </span>
          {holds ? glance.verified(known.length) : glance.was(known.length)}
        </Jump>
      )}
      {page.length > 0 && (
        <Jump to="page-facts" look="border-dashed border-page-border text-quiet hover:bg-hover">
          <Mark icon={Globe} />
          {glance.page(page.length)}
        </Jump>
      )}
      {conflicts.length > 0 && (
        <Jump to="conflicts" look="border-conflict-border bg-conflict-bg text-conflict-ink">
          <Mark icon={Split} />
          {glance.conflicts(conflicts.length)}
        </Jump>
      )}
    </div>
  );
}
