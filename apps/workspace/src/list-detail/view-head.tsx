import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { OneLine } from '../ui/one-line';

/** The head of a page beside the list: where it leads back to, what it is, what can be done. */
export function ViewHead({
  back,
  backLabel,
  always = false,
  title,
  children,
}: {
  back: string;
  backLabel: string;
  /** Also where the list stands beside it. */
  always?: boolean;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="sticky top-0 z-10 flex min-h-12 items-center gap-2 border-b border-line bg-surface px-3 py-1.5 pane:px-6">
      <Link
        href={back}
        data-testid="back"
        aria-label={backLabel}
        className={`size-8 shrink-0 items-center justify-center rounded-control text-quiet hover:bg-hover hover:text-ink ${always ? 'inline-flex' : 'inline-flex pane:hidden'}`}
      >
        <ArrowLeft aria-hidden size={16} className="rtl:-scale-x-100" />
      </Link>
      <h1 className="flex min-w-0 flex-1 text-base leading-5 font-semibold">
        <OneLine>{title}</OneLine>
      </h1>
      {children}
    </header>
  );
}
