'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useMe } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { sectionsFor } from './sections';

/**
 * Between the workspace's parts. Where all names have no room, only the part one is in is named to the eye; the others
 * show their icon, and their name to everybody else.
 */
export function SectionNav() {
  const here = usePathname();
  const { queue } = useWords();
  const sections = sectionsFor(useMe().agent);
  if (sections.length < 2) return null;
  const named = sections.length <= 2;
  return (
    <ul className="flex shrink-0 list-none gap-1 border-b border-line p-1.5">
      {sections.map(({ path, name, icon: Icon }) => {
        const current = here.startsWith(path);
        return (
          <li key={path} className={current || named ? 'min-w-0 flex-1' : 'shrink-0'}>
            <Link
              href={path}
              data-testid={`section-${name}`}
              title={queue.sections[name]}
              aria-current={current ? 'page' : undefined}
              className={classNames(
                'flex h-8 min-w-9 items-center justify-center gap-1.5 rounded-control px-2 text-sm font-medium no-underline transition-colors duration-150',
                current ? 'bg-active text-ink' : 'text-quiet hover:bg-hover hover:text-ink',
              )}
            >
              <Icon aria-hidden size={15} className="shrink-0" />
              <span className={current || named ? 'truncate' : 'sr-only'}>{queue.sections[name]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
