'use client';

import { useMe } from '../desk/desk-context';
import { AccountMenu } from './account-menu';
import { SectionNav } from './section-nav';

/** The brand's mark in its own colour: the one place where a brand colours this desk. */
function BrandMark({ name, accent }: { name: string; accent: string }) {
  return (
    <p className="flex min-w-0 items-center gap-2 text-base font-semibold">
      <span aria-hidden className="size-2.5 shrink-0 rounded-full" style={{ background: accent }} />
      <span className="truncate">{name}</span>
    </p>
  );
}

/** Whose desk this is, who sits at it, and for developers the way between its two sides. */
export function PaneHead({ onKeys }: { onKeys: () => void }) {
  const { brand } = useMe();
  return (
    <>
      <div className="flex h-12 shrink-0 items-center justify-between gap-2 border-b border-line pr-2 pl-4">
        <BrandMark name={brand.name} accent={brand.accent} />
        <AccountMenu onKeys={onKeys} />
      </div>
      <SectionNav />
    </>
  );
}
