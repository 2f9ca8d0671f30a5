'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { Clock3 } from 'lucide-react';
import Link from 'next/link';
import { AssuranceMark } from '../ui/assurance-mark';
import { classNames } from '../ui/class-names';
import { useNow } from '../ui/now';
import { PersonName } from '../ui/person-name';
import { ToldLine } from '../ui/told-line';
import { Ago } from '../ui/when';
import { exactly, waited } from '../words/time';

function Wait({ since }: { since: string }) {
  const now = useNow(10_000);
  const long = now - Date.parse(since) > 5 * 60_000;
  return (
    <time
      dateTime={since}
      title={`Waiting since ${exactly(since)}`}
      className={classNames(
        'inline-flex shrink-0 items-center gap-1 text-xs tabular-nums',
        long ? 'font-medium text-due-ink' : 'text-quiet',
      )}
    >
      <Clock3 aria-hidden size={12} />
      <span className="sr-only">Waiting for </span>
      {waited(since, now)}
    </time>
  );
}

function LastWord({ row, mine }: { row: ConversationSummary; mine: boolean }) {
  const { lastMessage } = row;
  if (!lastMessage) return <span className="text-quiet">No message yet</span>;
  return (
    <>
      {lastMessage.from === 'agent' && (
        <span className="text-quiet">{mine ? 'You: ' : `${row.agent?.name ?? 'Agent'}: `}</span>
      )}
      <ToldLine text={lastMessage.text} />
    </>
  );
}

function Unread({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[11px] leading-4 font-semibold text-on-accent tabular-nums">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}

function Head({ row, unread }: { row: ConversationSummary; unread: boolean }) {
  return (
    <span className="flex items-center gap-2">
      <span className={classNames('min-w-0 flex-1 text-base', unread ? 'font-semibold' : 'font-medium')}>
        {/* Who vouches stands in the row's last line. */}
        <PersonName name={row.name} nameSealed={row.nameSealed} />
      </span>
      {row.state !== 'ended' && row.waitingSince && <Wait since={row.waitingSince} />}
      {row.state === 'ended' && row.endedAt && (
        <span className="text-xs text-quiet">
          <Ago at={row.endedAt} />
        </span>
      )}
    </span>
  );
}

function Foot({ row, mine }: { row: ConversationSummary; mine: boolean }) {
  const { agent, assurance, issuerLabel, state } = row;
  return (
    <span className="flex items-center justify-between gap-2 pt-0.5">
      <AssuranceMark assurance={assurance} by={issuerLabel} />
      {agent && (!mine || state === 'ended') && (
        <span className="truncate text-xs text-quiet">{mine ? 'You' : `With ${agent.name}`}</span>
      )}
    </span>
  );
}

/** One conversation in the queue. */
export function QueueRow({
  row,
  current,
  mine,
}: {
  row: ConversationSummary;
  current: boolean;
  mine: boolean;
}) {
  const unread = row.unread > 0 && !current;
  return (
    <Link
      href={`/conversations/${row.id}`}
      prefetch={false}
      data-testid="queue-row"
      data-row
      data-conversation={row.id}
      data-state={row.state}
      aria-current={current ? 'page' : undefined}
      className={classNames(
        'relative grid grid-cols-[minmax(0,1fr)] gap-0.5 border-b border-line px-4 py-2.5 text-ink no-underline outline-offset-[-2px] transition-colors duration-100',
        current ? 'bg-accent-bg' : 'hover:bg-hover',
      )}
    >
      {current && <span aria-hidden className="absolute inset-y-0 left-0 w-[3px] bg-accent" />}
      <Head row={row} unread={unread} />
      <span className="flex items-center gap-2">
        <span
          className={classNames(
            'min-w-0 flex-1 truncate text-sm grayscale',
            unread ? 'font-medium' : 'text-quiet',
          )}
        >
          <LastWord row={row} mine={mine} />
        </span>
        {unread && <Unread count={row.unread} />}
      </span>
      <Foot row={row} mine={mine} />
    </Link>
  );
}
