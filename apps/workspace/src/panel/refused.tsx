import type { IdentityEvent } from '@countersign/contracts';
import { ShieldX } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Sentence } from '../ui/sentence';
import { Ago } from '../ui/when';
import { TraceLink } from './trace-link';

/** Somebody tried to be known and was not believed. Told before anything else is read. */
export function Refused({ event }: { event: IdentityEvent }) {
  const { identity, panel } = useWords();
  return (
    <div
      role="note"
      data-testid="refused"
      className="mx-4 mb-3.5 rounded-card border border-revoked-border bg-revoked-bg px-3 py-2 text-sm text-revoked-ink"
    >
      <p className="flex items-start gap-2">
        <ShieldX aria-hidden size={16} className="mt-0.5 shrink-0" />
        <span>
          <strong className="font-semibold">{panel.refused}</strong>
          {event.reason ? ': ' : '.'}
          {event.reason && <Sentence text={identity.refusal(event.reason)} />}
        </span>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-1.5 ps-6 text-xs">
        <Ago at={event.at} />
        {event.reason && (
          <>
            {' · '}
            <code>{event.reason}</code>
          </>
        )}
        <TraceLink attempt={event.attempt} />
      </p>
    </div>
  );
}
