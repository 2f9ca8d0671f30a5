'use client';

import { Search } from 'lucide-react';
import { useMe } from '../desk/desk-context';
import { useOpeners } from '../palette/with-palette';
import { useWords } from '../settings/tongue';
import { IconButton } from '../ui/button';
import { AccountMenu } from './account-menu';
import { SectionNav } from './section-nav';

/** The brand's mark in its own colour: the one place where a brand colours this desk. */
function BrandMark({ name, accent }: { name: string; accent: string }) {
  return (
    <p className="flex min-w-0 items-center gap-2 text-base font-semibold">
      <span
        aria-hidden
        className="size-2.5 shrink-0 rounded-full ring-1 ring-line"
        style={{ background: accent }}
      />
      <bdi className="truncate">{name}</bdi>
    </p>
  );
}

/** Whose desk this is, who sits at it, and for developers the way between its two sides. */
export function PaneHead({ onKeys }: { onKeys: () => void }) {
  const { brand } = useMe();
  const { palette } = useWords();
  const { openPalette } = useOpeners();
  return (
    <>
      <div className="flex h-12 shrink-0 items-center justify-between gap-2 border-b border-line ps-4 pe-2">
        <BrandMark name={brand.name} accent={brand.accent} />
        <div className="flex shrink-0 items-center">
          <IconButton
            label={palette.title}
            title={`${palette.title} (Ctrl K)`}
            data-testid="open-palette"
            onClick={openPalette}
          >
            <Search aria-hidden size={15} />
          </IconButton>
          <AccountMenu onKeys={onKeys} />
        </div>
      </div>
      <SectionNav />
    </>
  );
}
