import { type LucideIcon, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonLook } from './button';
import { Empty } from './empty';

/** An address behind which nothing is for whoever looks: why, and where to go instead. */
export function DeadEnd({
  icon = SearchX,
  title,
  to,
  toLabel,
  testid = 'not-found',
  children,
}: {
  icon?: LucideIcon;
  title: string;
  to: string;
  toLabel: string;
  testid?: string;
  children: ReactNode;
}) {
  return (
    <div data-testid={testid} className="h-full flex-1">
      <Empty
        level="h1"
        icon={icon}
        title={title}
        action={
          <Link href={to} className={buttonLook('plain', 'no-underline')}>
            {toLabel}
          </Link>
        }
      >
        {children}
      </Empty>
    </div>
  );
}
