import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';

/** A row of the list at the side: a link that says whether it is the one that is open. */
export function ListRow({
  href,
  testid,
  current,
  className,
  children,
}: {
  href: string;
  testid: string;
  current: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      data-testid={testid}
      data-row
      aria-current={current ? 'page' : undefined}
      className={classNames(
        'relative grid grid-cols-[minmax(0,1fr)] border-b border-line px-4 py-2.5 text-ink no-underline outline-offset-[-2px] transition-colors duration-100',
        current ? 'bg-accent-bg' : 'hover:bg-hover',
        className ?? 'gap-0.5',
      )}
    >
      {current && <span aria-hidden className="absolute inset-y-0 start-0 w-[3px] bg-accent" />}
      {children}
    </Link>
  );
}
