'use client';

import { MessagesSquare } from 'lucide-react';
import { useDeskState } from '../desk/desk-context';
import { Empty } from '../ui/empty';

const counted = (waiting: number) =>
  waiting === 1 ? 'One person is waiting' : `${waiting} people are waiting`;

/** Beside the queue, before a conversation is chosen. */
export function NothingOpen() {
  const loaded = useDeskState(({ loaded: { open } }) => open);
  const rows = useDeskState(({ rows: all }) => all);
  const open = Object.values(rows).filter(({ state }) => state !== 'ended');
  const waiting = open.filter(({ state }) => state === 'waiting').length;
  if (!loaded) return <div aria-busy className="flex-1" />;
  if (open.length === 0)
    return (
      <div className="flex-1">
        <Empty level="h1" icon={MessagesSquare} title="All answered">
          Who writes next shows in the queue. Ended conversations can still be read there.
        </Empty>
      </div>
    );
  return (
    <div className="flex-1">
      <Empty level="h1" icon={MessagesSquare} title={waiting === 0 ? 'Nobody is waiting' : counted(waiting)}>
        Choose a conversation from the queue, or press <kbd>j</kbd> and <kbd>Enter</kbd>.
      </Empty>
    </div>
  );
}
