'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { Clock3 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { memo, useDeferredValue } from 'react';
import { useWords } from '../settings/tongue';
import { AssuranceMark } from '../ui/assurance-mark';
import { classNames } from '../ui/class-names';
import { useNow } from '../ui/now';
import { PersonName } from '../ui/person-name';
import { ToldLine } from '../ui/told-line';
import { Ago } from '../ui/when';
import { useTurn } from './use-turn';

function Wait({ since }: { since: string }) {
  const { formats, queue, time } = useWords();
  const now = useNow(10_000);
  const long = now - Date.parse(since) > 5 * 60_000;
  return (
    <time
      dateTime={since}
      title={queue.waitingSince(formats.exactly(since))}
      className={classNames(
        'inline-flex shrink-0 items-center gap-1 text-xs tabular-nums',
        long ? 'font-medium text-due-ink' : 'text-quiet',
      )}
    >
      <Clock3 aria-hidden size={12} />
      <span className="sr-only">{queue.waitingFor}</span>
      {time.waited(since, now)}
    </time>
  );
}

function LastWord({ row, mine }: { row: ConversationSummary; mine: boolean }) {
  const { queue } = useWords();
  const { lastMessage } = row;
  if (!lastMessage) return <span className="text-quiet">{queue.noMessage}</span>;
  return (
    <>
      {lastMessage.from === 'agent' && (
        <span className="shrink-0 whitespace-pre text-quiet">
          {queue.said(mine ? queue.you : (row.agent?.name ?? queue.agent))}
        </span>
      )}
      <span dir="auto" className="min-w-0 truncate">
        <ToldLine text={lastMessage.text} />
      </span>
    </>
  );
}

function Unread({ count }: { count: number }) {
  const { formats, queue } = useWords();
  if (count === 0) return null;
  return (
    <span className="inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[11px] leading-4 font-semibold text-on-accent tabular-nums">
      {count > 99 ? queue.many(99) : formats.number(count)}
      <span className="sr-only">{queue.unread}</span>
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
  const { queue } = useWords();
  const { agent, assurance, issuerLabel, state } = row;
  return (
    <span className="flex items-center justify-between gap-2 pt-0.5">
      <AssuranceMark assurance={assurance} by={issuerLabel} />
      {agent && (!mine || state === 'ended') && (
        <span className="truncate text-xs text-quiet">{mine ? queue.you : queue.withAgent(agent.name)}</span>
      )}
    </span>
  );
}

function Content({ row, mine, unread }: { row: ConversationSummary; mine: boolean; unread: boolean }) {
  return (
    <>
      <Head row={row} unread={unread} />
      <span className="flex items-center gap-2">
        <span
          className={classNames(
            'flex min-w-0 flex-1 text-sm grayscale',
            unread ? 'font-medium' : 'text-quiet',
          )}
        >
          <LastWord row={row} mine={mine} />
        </span>
        {unread && <Unread count={row.unread} />}
      </span>
      <Foot row={row} mine={mine} />
    </>
  );
}

/** What a row is drawn as until there is time for what it says: when much passes by at once. It says whose it is. */
function Outline({ name }: Pick<ConversationSummary, 'name'>) {
  const { identity } = useWords();
  return (
    <>
      <span className="sr-only">{name === null ? identity.anonymousVisitor : <bdi>{name}</bdi>}</span>
      <span aria-hidden className="h-2.5 w-1/2 rounded-control bg-active" />
      <span aria-hidden className="mt-2 h-2.5 w-4/5 rounded-control bg-active" />
    </>
  );
}

/**
 * One conversation in the queue; as high as every other. Drawn anew only when it is another than before. What it says is drawn
 * when it is its turn, and anew whenever there is time for it: a hand that scrolls, or a key that is pressed, comes first.
 */
export const QueueRow = memo(function QueueRow({
  row,
  current,
  mine,
  isStop,
  atOnce,
}: {
  row: ConversationSummary;
  current: boolean;
  mine: boolean;
  /** The one that Tab leads to; from there the arrows lead on. */
  isStop: boolean;
  /** It gets the focus, and is read out. */
  atOnce: boolean;
}) {
  const router = useRouter();
  const hasTurn = useTurn(atOnce);
  const drawn = useDeferredValue(row);
  const address = `/conversations/${row.id}`;
  return (
    <a
      href={address}
      onClick={(event) => {
        // In a tab of its own, if that is what was meant.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.push(address);
      }}
      data-testid="queue-row"
      data-row
      tabIndex={isStop ? 0 : -1}
      data-conversation={row.id}
      data-state={row.state}
      aria-current={current ? 'page' : undefined}
      className={classNames(
        'relative grid h-full grid-cols-[minmax(0,1fr)] content-center gap-0.5 overflow-clip border-b border-line px-4 text-ink no-underline outline-offset-[-2px] transition-colors duration-100',
        current ? 'bg-accent-bg' : 'hover:bg-hover',
      )}
    >
      {current && <span aria-hidden className="absolute inset-y-0 start-0 w-[3px] bg-accent" />}
      {hasTurn ? (
        <Content row={drawn} mine={mine} unread={drawn.unread > 0 && !current} />
      ) : (
        <Outline name={row.name} />
      )}
    </a>
  );
});
