'use client';

import { X } from 'lucide-react';
import { useDeskState } from '../desk/desk-context';
import type { QueueFilter } from '../desk/queue-view';
import { useWords } from '../settings/tongue';

/** What is left out of the queue, said where it could be missed, and taken back one by one. */
export function FilterBar({
  filter,
  onFilter,
}: {
  filter: QueueFilter;
  onFilter: (filter: QueueFilter) => void;
}) {
  const { queue } = useWords();
  const words = queue.filter;
  const colleagues = useDeskState((desk) => desk.colleagues);
  const parts = [
    filter.whose && { name: 'whose', text: queue[filter.whose], without: { whose: null } },
    filter.who && { name: 'who', text: words[filter.who], without: { who: null } },
    filter.connection && {
      name: 'connection',
      text: words.by(filter.connection),
      without: { connection: null },
    },
    filter.agent && {
      name: 'agent',
      text: queue.withAgent(colleagues?.find(({ id }) => id === filter.agent)?.name ?? queue.agent),
      without: { agent: null },
    },
    filter.unread && { name: 'unread', text: words.unread, without: { unread: false } },
  ].filter((part) => part !== false && part !== null && part !== '');
  if (parts.length === 0) return null;
  return (
    <ul
      aria-label={words.title}
      data-testid="filters"
      className="flex shrink-0 list-none flex-wrap gap-1 border-b border-line px-3 py-1.5"
    >
      {parts.map(({ name, text, without }) => (
        <li key={name}>
          <button
            type="button"
            onClick={() => onFilter({ ...filter, ...without })}
            className="inline-flex h-6 max-w-56 cursor-pointer items-center gap-1 rounded-full bg-accent-bg ps-2 pe-1.5 text-xs font-medium text-accent-ink hover:bg-active"
          >
            <span className="sr-only">{words.without}</span>
            <span className="truncate">{text}</span>
            <X aria-hidden size={12} className="shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}
