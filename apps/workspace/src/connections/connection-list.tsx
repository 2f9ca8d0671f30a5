'use client';

import type { ConsoleConnection } from '@countersign/contracts';
import { Plug } from 'lucide-react';
import { useParams } from 'next/navigation';
import { ListRow } from '../list-detail/list-row';
import { Rows } from '../list-detail/rows';
import { useWords } from '../settings/tongue';
import { Empty } from '../ui/empty';
import { Failed } from '../ui/failed';
import { OneLine } from '../ui/one-line';
import { Ago } from '../ui/when';
import { useConsole } from './console-context';
import { HealthMark } from './health-mark';

function Row({ connection, current }: { connection: ConsoleConnection; current: boolean }) {
  const { connections } = useWords();
  const { key, label, health } = connection;
  const hour = connections.hour(health.hour);
  return (
    <ListRow href={`/connections/${key}`} testid={`connection-${key}`} current={current}>
      <span className="flex items-baseline gap-2">
        <OneLine className="flex-1 text-base font-medium">{label}</OneLine>
        <code className="text-xs text-quiet">{key}</code>
      </span>
      <span className="flex items-center justify-between gap-2">
        <HealthMark health={health} />
        {health.latest && (
          <span className="truncate text-xs text-quiet">
            <span className="sr-only">{connections.latest}</span>
            <Ago at={health.latest.at} />
          </span>
        )}
      </span>
      {hour && <span className="text-xs text-quiet">{hour}</span>}
    </ListRow>
  );
}

function Loading() {
  const { connections } = useWords();
  return (
    <div aria-busy className="flex flex-col">
      <p className="sr-only" role="status">
        {connections.loading}
      </p>
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex flex-col gap-2 border-b border-line px-4 py-3">
          <div className="skeleton h-3 w-1/2" />
          <div className="skeleton h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}

/** Every connection of the brand, and how it does. */
export function ConnectionList() {
  const { connections } = useWords();
  const { list, trouble, reload } = useConsole();
  const { key: current } = useParams<{ key?: string }>();
  if (!list && trouble) return <Failed title={connections.failed} trouble={trouble} onRetry={reload} />;
  if (!list) return <Loading />;
  if (list.connections.length === 0)
    return (
      <Empty icon={Plug} title={connections.none}>
        {connections.noneText}
      </Empty>
    );
  return (
    <Rows testid="connections" items={list.connections} keyOf={({ key }) => key}>
      {(connection) => <Row connection={connection} current={connection.key === current} />}
    </Rows>
  );
}
