'use client';

import { MessagesSquare } from 'lucide-react';
import { useDeskState } from '../desk/desk-context';
import { counted } from '../desk/queue-view';
import { useWords } from '../settings/tongue';
import { Coming } from '../ui/coming';
import { Empty } from '../ui/empty';
import { Fill } from '../ui/fill';

/** Beside the queue, before a conversation is chosen. */
export function NothingOpen() {
  const { nothing } = useWords().conversation;
  const loaded = useDeskState((desk) => desk.loaded.open);
  const open = useDeskState(({ rows }) => counted(rows, ({ state }) => state !== 'ended'));
  const waiting = useDeskState(({ rows }) => counted(rows, ({ state }) => state === 'waiting'));
  if (!loaded) return <Coming />;
  if (open === 0)
    return (
      <div className="flex-1">
        <Empty level="h1" icon={MessagesSquare} title={nothing.answered}>
          {nothing.answeredText}
        </Empty>
      </div>
    );
  return (
    <div className="flex-1">
      <Empty
        level="h1"
        icon={MessagesSquare}
        title={waiting === 0 ? nothing.nobody : nothing.waiting(waiting)}
      >
        <Fill text={nothing.choose} next={<kbd>j</kbd>} open={<kbd>Enter</kbd>} />
      </Empty>
    </div>
  );
}
