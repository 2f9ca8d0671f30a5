'use client';

import { MessagesSquare } from 'lucide-react';
import { useDeskState } from '../desk/desk-context';
import { Empty } from '../ui/empty';

/** Beside the queue, before a conversation is chosen. */
export function NothingOpen() {
  const loaded = useDeskState(({ loaded: { open } }) => open);
  const waiting = useDeskState(
    ({ rows }) => Object.values(rows).filter((row) => row.state === 'waiting').length,
  );
  if (!loaded) return <div aria-busy className="flex-1" />;
  const title =
    waiting === 0
      ? 'Nobody is waiting'
      : waiting === 1
        ? 'One person is waiting'
        : `${waiting} people are waiting`;
  return (
    <div className="flex-1">
      <Empty level="h1" icon={MessagesSquare} title={title}>
        Choose a conversation from the queue, or press <kbd>j</kbd> and <kbd>Enter</kbd>.
      </Empty>
    </div>
  );
}
