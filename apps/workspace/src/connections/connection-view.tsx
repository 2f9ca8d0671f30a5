'use client';

import type { ConsoleConnection } from '@countersign/contracts';
import { FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { ViewHead } from '../list-detail/view-head';
import { useWords } from '../settings/tongue';
import { buttonLook } from '../ui/button';
import { Coming } from '../ui/coming';
import { DeadEnd } from '../ui/dead-end';
import { Fold } from '../ui/fold';
import { useMedia } from '../ui/media';
import { Ago } from '../ui/when';
import { AttemptList } from './attempt-list';
import { useConsole } from './console-context';
import { HealthMark } from './health-mark';
import { SettingsList } from './settings-list';

const WIDE = '(min-width: 1100px)';

function Health({ connection: { health } }: { connection: ConsoleConnection }) {
  const { latest, today } = health;
  const { connections } = useWords();
  const hour = connections.hour(health.hour);
  return (
    <div className="flex flex-col gap-1 text-sm" data-testid="connection-health">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <HealthMark health={health} />
        {latest && (
          <span className="text-quiet">
            {connections.latest}
            <Ago at={latest.at} />
          </span>
        )}
        {hour && <span className="text-quiet">{hour}</span>}
      </p>
      {today.dropped > 0 && (
        <p className="text-xs text-conflict-ink" data-testid="dropped">
          {connections.dropped(today.rejected, today.dropped)}
        </p>
      )}
    </div>
  );
}

export function MissingConnection() {
  const { connections } = useWords();
  return (
    <DeadEnd title={connections.missing} to="/connections" toLabel={connections.toList}>
      {connections.missingText}
    </DeadEnd>
  );
}

/** One connection: how it does, what it demands, and its attempts as they happen. */
export function ConnectionView({ connectionKey }: { connectionKey: string }) {
  const { connections } = useWords();
  const { list } = useConsole();
  const wide = useMedia(WIDE);
  if (!list) return <Coming title={connections.loading} />;
  const connection = list.connections.find(({ key }) => key === connectionKey);
  if (!connection) return <MissingConnection />;
  return (
    <>
      <ViewHead back="/connections" backLabel={connections.back} title={connection.label}>
        <Link
          href={`/connections/${connection.key}/try`}
          data-testid="to-tester"
          className={buttonLook('plain', 'no-underline')}
        >
          <FlaskConical aria-hidden size={14} />
          {connections.tester.title}
        </Link>
      </ViewHead>
      <div className="flex flex-col gap-5 px-4 py-4 pane:px-6 wide:flex-row">
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          <Health connection={connection} />
          {!wide && (
            <Fold title={connections.settings}>
              <div className="pt-2 ps-5">
                <SettingsList connection={connection} />
              </div>
            </Fold>
          )}
          <AttemptList connection={connection} />
        </div>
        {wide && (
          <aside aria-label={connections.settings} className="w-[300px] shrink-0">
            <h2 className="mb-3 text-sm font-semibold">{connections.settings}</h2>
            <SettingsList connection={connection} />
          </aside>
        )}
      </div>
    </>
  );
}
