'use client';

import { FlaskConical, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ConnectionKey } from '../chat/connection-key';
import { announceArrival } from '../lobby/arrival';
import { ConnectionSwitch } from './connection-switch';
import { ExperimentPanel } from './experiment-panel';
import { type ExperimentKey, isExperiment } from './experiments';
import { run, takePending } from './run';
import { TraceList } from './trace-list';
import { useFreeSide } from './use-free-side';
import { useTrace } from './use-trace';

const openKey = 'countersign-demo-open';
const PAY_FIRST = 'Say hello in the chat first. Then run “Pay the bill”, and watch the agent’s panel.';

/** Open where it was left open, or where the lobby asked for it. */
function useOpen() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setOpen(new URLSearchParams(location.search).has('demo') || sessionStorage.getItem(openKey) === '1');
  }, []);
  const change = (next: boolean) => {
    sessionStorage.setItem(openKey, next ? '1' : '0');
    setOpen(next);
  };
  return [open, change] as const;
}

function useExperiments(connection: ConnectionKey) {
  const router = useRouter();
  const [busy, setBusy] = useState<ExperimentKey>();
  const [note, setNote] = useState<string>();
  const start = async (key: ExperimentKey) => {
    setBusy(key);
    setNote(undefined);
    try {
      setNote(await run(key, connection));
      if (key === 'pay') router.refresh();
    } catch {
      setNote('That did not work. Load the page again and try once more.');
    } finally {
      setBusy(undefined);
    }
  };
  const goOn = useEffectEvent(() => {
    const pending = takePending();
    if (pending === 'pay') setNote(PAY_FIRST);
    else if (isExperiment(pending)) start(pending);
  });
  useEffect(() => {
    announceArrival();
    goOn();
  }, []);
  return { busy, note, start };
}

function Top({ onClose }: { onClose: () => void }) {
  return (
    <div className="flex items-start justify-between">
      <h2 className="text-[18px]">Behind the scenes</h2>
      <button
        type="button"
        onClick={onClose}
        aria-label="Close the demo drawer"
        className="-m-2 grid size-10 place-items-center rounded-full hover:bg-lilac"
      >
        <X className="size-5" aria-hidden="true" />
      </button>
    </div>
  );
}

/** The stage manager's table: switches how the shop proves its customers, and tries to fool the house. */
export function DemoDrawer({ connection, signedIn }: { connection: ConnectionKey; signedIn: boolean }) {
  const [open, setOpen] = useOpen();
  const { busy, note, start } = useExperiments(connection);
  const trace = useTrace(connection);
  const side = useFreeSide();
  const tab = useRef<HTMLButtonElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  const shown = note && `${note} ${trace?.attempt}`;
  useEffect(() => {
    // What came of it is below the buttons, and its checks come a moment later; whoever pressed one wants to see them.
    if (shown) result.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  const close = () => {
    setOpen(false);
    tab.current?.focus();
  };
  return (
    <aside aria-label="Demo" onKeyDown={(event) => event.key === 'Escape' && open && close()}>
      <button
        ref={tab}
        type="button"
        aria-expanded={open}
        aria-controls="demo-drawer"
        onClick={() => setOpen(!open)}
        className={`fixed bottom-4 ${side} z-30 inline-flex min-h-11 items-center gap-2 rounded-full bg-ink px-4 text-[15px] font-semibold text-paper shadow-lg`}
      >
        <FlaskConical className="size-4.5" aria-hidden="true" />
        Demo
      </button>
      <div
        id="demo-drawer"
        hidden={!open}
        className={`fixed bottom-19 ${side} z-30 max-h-[min(46rem,calc(100dvh-6rem))] w-88 max-w-[calc(100vw-2rem)] space-y-5 overflow-y-auto rounded-2xl border border-edge bg-card p-5 text-[14px] leading-5 shadow-2xl`}
      >
        <Top onClose={close} />
        {signedIn ? null : (
          <p className="rounded-lg bg-lilac px-3 py-2">
            Sign in at the shop first; then there is somebody to prove.
          </p>
        )}
        <ConnectionSwitch connection={connection} disabled={busy !== undefined} />
        <ExperimentPanel busy={busy} disabled={!signedIn} onRun={start} />
        <p
          ref={result}
          role="status"
          className={note ? 'scroll-mt-4 rounded-lg bg-lilac px-3 py-2 font-medium' : 'sr-only'}
        >
          {note}
        </p>
        <TraceList trace={trace} />
      </div>
    </aside>
  );
}
