'use client';

import Link from 'next/link';
import { matches } from '../completing/token';
import { useDeskState } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { AssuranceMark } from '../ui/assurance-mark';
import { PersonName } from '../ui/person-name';

const MOST = 5;

/** By verified names of the queue, which are here: names lie sealed at the service, and are not looked through there. */
export function People({ typed }: { typed: string }) {
  const { search } = useWords();
  const rows = useDeskState((desk) => desk.rows);
  if (typed.trim() === '') return null;
  const found = [...rows.values()].filter(({ name }) => name !== null && matches(name, typed));
  if (found.length === 0) return null;
  return (
    <section aria-label={search.people}>
      <h2 className="text-xs font-medium text-quiet">{search.people}</h2>
      <ul className="mt-1 list-none p-0">
        {found.slice(0, MOST).map((row) => (
          <li key={row.id}>
            <Link
              href={`/conversations/${row.id}`}
              data-testid="found-person"
              className="flex items-center gap-2 rounded-control px-2 py-1.5 text-sm text-ink no-underline hover:bg-hover"
            >
              <span className="font-medium">
                <PersonName name={row.name} nameSealed={row.nameSealed} issuerLabel={row.issuerLabel} />
              </span>
              <AssuranceMark assurance={row.assurance} by={row.issuerLabel} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
