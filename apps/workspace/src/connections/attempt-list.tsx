'use client';

import type { ConsoleConnection } from '@countersign/contracts';
import { Filter, Inbox } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Failed } from '../ui/failed';
import { Fill } from '../ui/fill';
import { AttemptFilterBar, useAttemptFilter } from './attempt-filter';
import { AttemptRow } from './attempt-row';
import { useAttempts } from './use-attempts';

function Loading() {
  const { attempts } = useWords().connections;
  return (
    <div aria-busy className="flex flex-col gap-3 p-3">
      <p className="sr-only" role="status">
        {attempts.loading}
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
  const { attempts } = useWords().connections;
  return filtered ? (
    <Empty icon={Filter} title={attempts.noneSuch}>
      {attempts.noneSuchText}
    </Empty>
  ) : (
    <Empty icon={Inbox} title={attempts.none}>
      <Fill text={attempts.noneText} tag={<code>connection="{connection.key}"</code>} />
    </Empty>
  );
}

function Older({ onOlder }: { onOlder: () => Promise<void> }) {
  const { attempts } = useWords().connections;
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
        {busy ? attempts.loadingOlder : attempts.older}
      </Button>
    </div>
  );
}

/** The attempts of a connection, the latest first, as they happen. */
export function AttemptList({ connection }: { connection: ConsoleConnection }) {
  const { attempts } = useWords().connections;
  const filter = useAttemptFilter();
  const { page, trouble, reload, loadOlder } = useAttempts(connection.key, filter);
  return (
    <section aria-labelledby="attempts" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="attempts" className="text-sm font-semibold">
          {attempts.title}
        </h2>
        <AttemptFilterBar {...filter} />
      </div>
      <div className="rounded-card border border-line bg-surface" aria-live="polite">
        {!page && !trouble && <Loading />}
        {trouble && <Failed title={attempts.failed} trouble={trouble} onRetry={reload} />}
        {page && !trouble && page.items.length === 0 && (
          <Nothing connection={connection} filtered={Boolean(filter.outcome ?? filter.reason)} />
        )}
        {page && page.items.length > 0 && (
          <ol className="list-none divide-y divide-line p-0" data-testid="attempts">
            {page.items.map((attempt) => (
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
