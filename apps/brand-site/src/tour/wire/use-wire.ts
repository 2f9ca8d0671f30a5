import type { Trace } from '@countersign/claims';
import { useEffect, useState } from 'react';
import { callsOf } from './calls';
import type { Exchange } from './entry';

const LOOK_MS = 1_000;

/** Each once, in the order of time; what was known stays, for a page that goes takes its own timing with it. */
const merged = (known: readonly Exchange[], found: readonly Exchange[]): readonly Exchange[] => {
  const keys = new Set(known.map(({ key }) => key));
  const fresh = found.filter(({ key }) => !keys.has(key));
  return fresh.length === 0 ? known : [...known, ...fresh].toSorted((one, other) => one.at - other.at);
};

async function journalSince(since: number, signal: AbortSignal): Promise<readonly Exchange[]> {
  const query = new URLSearchParams({ since: new Date(since).toISOString() });
  const response = await fetch(`/api/demo/wire?${query}`, { signal });
  // Our own backend has put it together.
  return response.ok ? ((await response.json()) as { exchanges: Exchange[] }).exchanges : [];
}

async function traceOf(attempt: string): Promise<Trace | undefined> {
  const response = await fetch(`/api/demo/trace?${new URLSearchParams({ attempt, connection: 'own' })}`);
  return response.ok ? ((await response.json()) as Trace) : undefined;
}

const attemptOf = (event: Event): string | undefined => {
  const detail: unknown = (event as CustomEvent).detail;
  const attempt: unknown =
    typeof detail === 'object' && detail !== null ? Reflect.get(detail, 'attempt') : '';
  return typeof attempt === 'string' && attempt !== '' ? attempt : undefined;
};

/** Hears of each proof in the shop's page, whichever page that is at the moment. */
function useTrace(frame: HTMLIFrameElement | null, since: number): Trace | undefined {
  const [heard, setHeard] = useState<{ readonly since: number; readonly trace: Trace }>();
  useEffect(() => {
    let page: Document | null = null;
    const hear = (event: Event) => {
      const attempt = attemptOf(event);
      if (attempt)
        traceOf(attempt).then(
          (trace) => trace && setHeard({ since, trace }),
          () => undefined,
        );
    };
    const attend = () => {
      if (!frame?.contentDocument || frame.contentDocument === page) return;
      page = frame.contentDocument;
      page.addEventListener('countersign:verified', hear);
      page.addEventListener('countersign:refused', hear);
    };
    const timer = setInterval(attend, 100);
    return () => {
      clearInterval(timer);
      page?.removeEventListener('countersign:verified', hear);
      page?.removeEventListener('countersign:refused', hear);
    };
  }, [frame, since]);
  return heard?.since === since ? heard.trace : undefined;
}

/** What went over the wire since a moment, and the checks of the latest proof. Looks again while there is something to see. */
export function useWire(frame: HTMLIFrameElement | null, since: number) {
  const [seen, setSeen] = useState<{ readonly since: number; readonly exchanges: readonly Exchange[] }>();
  const trace = useTrace(frame, since);
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      if (!frame?.contentWindow || document.hidden) return;
      const calls = frame.contentDocument ? callsOf(frame.contentWindow, since) : [];
      const found = [...calls, ...(await journalSince(since, gone.signal))];
      if (gone.signal.aborted) return;
      setSeen((last) => {
        const known = last?.since === since ? last.exchanges : [];
        const exchanges = merged(known, found);
        return last?.since === since && exchanges === known ? last : { since, exchanges };
      });
    };
    // It looks again in a second: of one look that fails nobody has to hear.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
    return () => {
      gone.abort();
      clearInterval(timer);
    };
  }, [frame, since]);
  return { exchanges: seen?.since === since ? seen.exchanges : [], trace };
}
