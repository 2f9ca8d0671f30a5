'use client';

import { MessagesSquare, Plug } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useMe } from '../desk/desk-context';
import { develops } from '../desk/roles';
import { classNames } from '../ui/class-names';

const sections = [
  { path: '/conversations', label: 'Conversations', icon: MessagesSquare },
  { path: '/connections', label: 'Connections', icon: Plug },
] as const;

/** Between what consumers say and how their proofs do. Only developers have both. */
export function SectionNav() {
  const here = usePathname();
  if (!develops(useMe().agent)) return null;
  return (
    <ul className="flex shrink-0 list-none gap-1 border-b border-line p-1.5">
      {sections.map(({ path, label, icon: Icon }) => {
        const current = here.startsWith(path);
        return (
          <li key={path} className="flex-1">
            <Link
              href={path}
              data-testid={`section-${label.toLowerCase()}`}
              aria-current={current ? 'page' : undefined}
              className={classNames(
                'flex h-8 items-center justify-center gap-1.5 rounded-control text-sm font-medium no-underline transition-colors duration-150',
                current ? 'bg-active text-ink' : 'text-quiet hover:bg-hover hover:text-ink',
              )}
            >
              <Icon aria-hidden size={14} />
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
