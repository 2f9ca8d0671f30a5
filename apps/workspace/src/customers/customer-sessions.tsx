import type { LiveSessionView } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { AssuranceMark } from '../ui/assurance-mark';
import { Clock } from '../ui/when';

/** In which browsers they are signed in, and how long that holds. */
export function CustomerSessions({ sessions }: { sessions: readonly LiveSessionView[] }) {
  const { customers } = useWords();
  return (
    <section
      aria-labelledby="sessions-now"
      className="rounded-card border border-line bg-surface px-4 py-3.5"
      data-testid="sessions"
    >
      <h2 id="sessions-now" className="text-sm font-semibold">
        {customers.sessions}
      </h2>
      {sessions.length === 0 ? (
        <p className="mt-1 text-sm text-quiet">{customers.noSessions}</p>
      ) : (
        <ul className="mt-2 flex list-none flex-col gap-2 p-0">
          {sessions.map(({ id, assurance, connection, holdsUntil }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <AssuranceMark assurance={assurance} />
              <span className="text-xs text-quiet">
                {customers.by(connection)}
                {holdsUntil && (
                  <>
                    {' · '}
                    {customers.holdsUntil}
                    <Clock at={holdsUntil} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
