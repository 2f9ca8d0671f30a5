'use client';

import type { ConsoleConnection } from '@countersign/contracts';
import { FlaskConical, SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonLook } from '../ui/button';
import { Empty } from '../ui/empty';
import { Fold } from '../ui/fold';
import { useMedia } from '../ui/media';
import { Ago } from '../ui/when';
import { hourWords } from '../words/attempts';
import { AttemptList } from './attempt-list';
import { useConsole } from './console-context';
import { HealthMark } from './health-mark';
import { SettingsList } from './settings-list';
import { ViewHead } from './view-head';

const WIDE = '(min-width: 1100px)';

function Health({ connection: { health } }: { connection: ConsoleConnection }) {
  const { latest, today } = health;
  const hour = hourWords(health);
  return (
    <div className="flex flex-col gap-1 text-sm" data-testid="connection-health">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <HealthMark health={health} />
        {latest && (
          <span className="text-quiet">
            Last attempt <Ago at={latest.at} />
          </span>
        )}
        {hour && <span className="text-quiet">{hour}</span>}
      </p>
      {today.dropped > 0 && (
        <p className="text-xs text-conflict-ink" data-testid="dropped">
          {today.rejected.toLocaleString('en-GB')} were refused today (UTC); the traces of{' '}
          {today.dropped.toLocaleString('en-GB')} were not kept.
        </p>
      )}
    </div>
  );
}

export function MissingConnection() {
  return (
    <div data-testid="not-found" className="h-full">
      <Empty
        level="h1"
        icon={SearchX}
        title="There is no such connection"
        action={
          <Link href="/connections" className={buttonLook('plain', 'no-underline')}>
            To the connections
          </Link>
        }
      >
        It may have been removed, or belong to another brand.
      </Empty>
    </div>
  );
}

/** One connection: how it does, what it demands, and its attempts as they happen. */
export function ConnectionView({ connectionKey }: { connectionKey: string }) {
  const { list } = useConsole();
  const wide = useMedia(WIDE);
  if (!list) return <div aria-busy className="h-full" />;
  const connection = list.connections.find(({ key }) => key === connectionKey);
  if (!connection) return <MissingConnection />;
  return (
    <>
      <ViewHead back="/connections" backLabel="Back to the connections" title={connection.label}>
        <Link
          href={`/connections/${connection.key}/try`}
          data-testid="to-tester"
          className={buttonLook('plain', 'no-underline')}
        >
          <FlaskConical aria-hidden size={14} />
          Try a token
        </Link>
      </ViewHead>
      <div className="flex flex-col gap-5 px-4 py-4 pane:px-6 wide:flex-row">
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          <Health connection={connection} />
          {!wide && (
            <Fold title="What a proof has to meet here">
              <div className="pt-2 pl-5">
                <SettingsList connection={connection} />
              </div>
            </Fold>
          )}
          <AttemptList connection={connection} />
        </div>
        {wide && (
          <aside aria-label="Settings" className="w-[300px] shrink-0">
            <h2 className="mb-3 text-sm font-semibold">What a proof has to meet here</h2>
            <SettingsList connection={connection} />
          </aside>
        )}
      </div>
    </>
  );
}
