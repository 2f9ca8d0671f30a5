import type { IdentityEvent } from '@countersign/contracts';
import { classNames } from '../ui/class-names';
import { Fold } from '../ui/fold';
import { PanelSection } from '../ui/panel-section';
import { Sentence } from '../ui/sentence';
import { Ago } from '../ui/when';
import { identityWords } from '../words/events';
import { reasonSentence } from './refusal';
import { TraceLink } from './trace-link';

const SHOWN = 3;

const dots: Partial<Record<IdentityEvent['kind'], string>> = {
  verified: 'bg-verified-border',
  renewed: 'bg-verified-border',
  stepped_up: 'bg-verified-border',
  merged: 'bg-verified-border',
  requested: 'bg-due-border',
  facts_pushed: 'bg-verified-border',
  rejected: 'bg-revoked-border',
  revoked: 'bg-revoked-border',
  stale: 'bg-due-border',
};

function Event({ event }: { event: IdentityEvent }) {
  return (
    <li className="flex gap-2.5 pb-2 text-sm last:pb-0" data-testid="identity-event" data-kind={event.kind}>
      <span
        aria-hidden
        className={classNames('mt-[7px] size-1.5 shrink-0 rounded-full', dots[event.kind] ?? 'bg-control')}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-2">
          {identityWords(event)}
          <span className="text-xs text-quiet">
            <Ago at={event.at} />
          </span>
        </p>
        {event.reason && (
          <p className="text-xs text-quiet">
            <Sentence text={reasonSentence(event.reason)} /> <TraceLink attempt={event.attempt} />
          </p>
        )}
      </div>
    </li>
  );
}

function Events({ events }: { events: readonly IdentityEvent[] }) {
  return (
    <ol className="list-none p-0">
      {events.map((event) => (
        <Event key={`${event.at}-${event.kind}`} event={event} />
      ))}
    </ol>
  );
}

/** What became of this person's identity, the latest first. */
export function History({ events }: { events: readonly IdentityEvent[] }) {
  if (events.length === 0) return null;
  const latest = events.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const earlier = latest.slice(SHOWN);
  return (
    <PanelSection title="History of identity" testid="history">
      <Events events={latest.slice(0, SHOWN)} />
      {earlier.length > 0 && (
        <Fold title={`${earlier.length} earlier`}>
          <Events events={earlier} />
        </Fold>
      )}
    </PanelSection>
  );
}
