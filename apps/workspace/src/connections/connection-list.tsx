'use client';

import type { ConsoleConnection } from '@countersign/contracts';
import { Plug, RotateCw } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Empty } from '../ui/empty';
import { Ago } from '../ui/when';
import { hourWords } from '../words/attempts';
import { useConsole } from './console-context';
import { HealthMark } from './health-mark';

function Row({ connection, current }: { connection: ConsoleConnection; current: boolean }) {
  const { key, label, health } = connection;
  const hour = hourWords(health);
  return (
    <Link
      href={`/connections/${key}`}
      prefetch={false}
      data-testid={`connection-${key}`}
      data-row
      aria-current={current ? 'page' : undefined}
      className={classNames(
        'relative grid grid-cols-[minmax(0,1fr)] gap-0.5 border-b border-line px-4 py-2.5 text-ink no-underline outline-offset-[-2px] transition-colors duration-100',
        current ? 'bg-accent-bg' : 'hover:bg-hover',
      )}
    >
      {current && <span aria-hidden className="absolute inset-y-0 left-0 w-[3px] bg-accent" />}
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate text-base font-medium">{label}</span>
        <code className="text-xs text-quiet">{key}</code>
      </span>
      <span className="flex items-center justify-between gap-2">
        <HealthMark health={health} />
        {health.latest && (
          <span className="truncate text-xs text-quiet">
            <span className="sr-only">Last attempt </span>
            <Ago at={health.latest.at} />
          </span>
        )}
      </span>
      {hour && <span className="text-xs text-quiet">{hour}</span>}
    </Link>
  );
}

function Loading() {
  return (
    <div aria-busy className="flex flex-col">
      <p className="sr-only" role="status">
        Loading the connections
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
  const { list, trouble, reload } = useConsole();
  const { key: current } = useParams<{ key?: string }>();
  if (!list && trouble)
    return (
      <Empty
        icon={RotateCw}
        title="The connections could not be loaded"
        action={<Button onClick={reload}>Try again</Button>}
      >
        {trouble.title}
      </Empty>
    );
  if (!list) return <Loading />;
  if (list.connections.length === 0)
    return (
      <Empty icon={Plug} title="No connection yet">
        Whoever runs the service makes the brand’s connections, by the operator’s API.
      </Empty>
    );
  return (
    <ul className="min-h-0 flex-1 list-none overflow-y-auto p-0" data-testid="connections">
      {list.connections.map((connection) => (
        <li key={connection.key}>
          <Row connection={connection} current={connection.key === current} />
        </li>
      ))}
    </ul>
  );
}
