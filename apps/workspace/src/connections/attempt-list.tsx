'use client';

import type { ConsoleConnection } from '@countersign/contracts';
import { Filter, Inbox, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { AttemptFilterBar, useAttemptFilter } from './attempt-filter';
import { AttemptRow } from './attempt-row';
import { useAttempts } from './use-attempts';

function Loading() {
  return (
    <div aria-busy className="flex flex-col gap-3 p-3">
      <p className="sr-only" role="status">
        Loading the attempts
      </p>
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex flex-col gap-1.5">
          <div className="skeleton h-3 w-3/5" />
          <div className="skeleton h-3 w-2/5" />
        </div>
      ))}
    </div>
  );
}

function Nothing({ connection, filtered }: { connection: ConsoleConnection; filtered: boolean }) {
  return filtered ? (
    <Empty icon={Filter} title="None like that">
      Others may have come: choose another outcome or reason.
    </Empty>
  ) : (
    <Empty icon={Inbox} title="No proof has been presented yet">
      Open the chat on a page whose tag says <code>connection="{connection.key}"</code>. What becomes of it
      shows here by itself.
    </Empty>
  );
}

function Older({ onOlder }: { onOlder: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  return (
    <div className="flex justify-center border-t border-line p-2">
      <Button
        kind="quiet"
        data-testid="older"
        disabled={busy}
        onClick={() => {
          setBusy(true);
          void onOlder().finally(() => setBusy(false));
        }}
      >
        {busy ? 'Loading…' : 'Show older'}
      </Button>
    </div>
  );
}

/** The attempts of a connection, the latest first, as they happen. */
export function AttemptList({ connection }: { connection: ConsoleConnection }) {
  const filter = useAttemptFilter();
  const { page, trouble, reload, loadOlder } = useAttempts(connection.key, filter);
  return (
    <section aria-labelledby="attempts" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="attempts" className="text-sm font-semibold">
          Attempts, as they happen
        </h2>
        <AttemptFilterBar {...filter} />
      </div>
      <div className="rounded-card border border-line bg-surface" aria-live="polite">
        {!page && !trouble && <Loading />}
        {trouble && (
          <Empty
            icon={RotateCw}
            title="The attempts could not be loaded"
            action={<Button onClick={() => reload()}>Try again</Button>}
          >
            {trouble.title}
          </Empty>
        )}
        {page && !trouble && page.attempts.length === 0 && (
          <Nothing connection={connection} filtered={Boolean(filter.outcome ?? filter.reason)} />
        )}
        {page && page.attempts.length > 0 && (
          <ol className="list-none divide-y divide-line p-0" data-testid="attempts">
            {page.attempts.map((attempt) => (
              <li key={attempt.id}>
                <AttemptRow connection={connection.key} attempt={attempt} />
              </li>
            ))}
          </ol>
        )}
        {page?.next && <Older onOlder={loadOlder} />}
      </div>
    </section>
  );
}
