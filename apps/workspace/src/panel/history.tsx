import type { IdentityEvent } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { Fold } from '../ui/fold';
import { PanelSection } from '../ui/panel-section';
import { Pill } from '../ui/pill';
import { Sentence } from '../ui/sentence';
import { Ago } from '../ui/when';
import { EventIcon } from './event-icon';
import { TraceLink } from './trace-link';

const SHOWN = 4;

/** What decides how sure we are; a fact that changes or a question that is asked does not. */
const decisive: ReadonlySet<IdentityEvent['kind']> = new Set([
  'anonymous',
  'verified',
  'renewed',
  'switched',
  'stale',
  'ended',
  'revoked',
  'signed_out',
  'stepped_up',
]);

function Event({ event, isNow }: { event: IdentityEvent; isNow: boolean }) {
  const { identity, panel } = useWords();
  return (
    <li
      className="relative flex gap-2.5 pb-3 text-sm before:absolute before:start-[9.5px] before:top-5 before:bottom-0 before:w-px before:bg-line last:pb-0 last:before:hidden"
      data-testid="identity-event"
      data-kind={event.kind}
    >
      <EventIcon kind={event.kind} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-2">
          <span className={isNow ? 'min-w-0 font-medium' : 'min-w-0'}>
            {identity.history(event)} {isNow && <Pill>{panel.now}</Pill>}
          </span>
          <span className="text-xs text-quiet">
            <Ago at={event.at} />
          </span>
        </p>
        {event.reason && (
          <p className="text-xs text-quiet">
            <Sentence text={identity.refusal(event.reason)} />
          </p>
        )}
        {event.attempt && (
          <p className="text-xs">
            <TraceLink
              attempt={event.attempt}
              {...(event.kind === 'rejected' ? {} : { label: panel.trace.ofEvent })}
            />
          </p>
        )}
      </div>
    </li>
  );
}

function Events({ events, now }: { events: readonly IdentityEvent[]; now: IdentityEvent | undefined }) {
  return (
    <ol className="list-none p-0">
      {events.map((event) => (
        <Event key={`${event.at}-${event.kind}`} event={event} isNow={event === now} />
      ))}
    </ol>
  );
}

/** What became of this person's identity, the latest first. */
export function History({ events }: { events: readonly IdentityEvent[] }) {
  const { panel } = useWords();
  if (events.length === 0) return null;
  const latest = events.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const now = latest.find(({ kind }) => decisive.has(kind));
  const earlier = latest.slice(SHOWN);
  return (
    <PanelSection title={panel.history} testid="history">
      <Events events={latest.slice(0, SHOWN)} now={now} />
      {earlier.length > 0 && (
        <Fold title={panel.earlier(earlier.length)}>
          <Events events={earlier} now={now} />
        </Fold>
      )}
    </PanelSection>
  );
}
