import type { ConversationSummary } from '@countersign/contracts';
import type { Happening } from './happening';
import { type Desk, emptyThread } from './state';
import { nextThread } from './thread';

const isOpen = ({ state }: ConversationSummary) => state !== 'ended';

/** A list is the truth about its half: a row of that half which it does not name is no longer there. */
function withList(desk: Desk, state: 'open' | 'ended', rows: readonly ConversationSummary[]): Desk {
  const kept = Object.values(desk.rows).filter((row) => isOpen(row) !== (state === 'open'));
  const all = [...kept, ...rows].map((row) => [row.id, row] as const);
  return { ...desk, rows: Object.fromEntries(all), loaded: { ...desk.loaded, [state]: true } };
}

/** A mark only moves forward, whatever overtakes what on its way here. */
function withRow(desk: Desk, row: ConversationSummary): Desk {
  const { delivered, read } = desk.rows[row.id]?.marks ?? row.marks;
  const marks = {
    delivered: Math.max(delivered, row.marks.delivered),
    read: Math.max(read, row.marks.read),
  };
  return { ...desk, rows: { ...desk.rows, [row.id]: { ...row, marks } } };
}

/** The whole behaviour of the desk. What it draws follows from the answer and from nothing else. */
export function next(desk: Desk, happening: Happening): Desk {
  switch (happening.type) {
    case 'line-changed':
      return { ...desk, line: happening.line };
    case 'list-arrived':
      return withList(desk, happening.state, happening.rows);
    case 'row-changed':
      return withRow(desk, happening.row);
    case 'read': {
      const row = desk.rows[happening.conversation];
      return row ? withRow(desk, { ...row, unread: 0 }) : desk;
    }
    case 'marks-changed': {
      const { conversation, delivered, read } = happening;
      const row = desk.rows[conversation];
      return row ? withRow(desk, { ...row, marks: { delivered, read } }) : desk;
    }
    default: {
      const { conversation } = happening;
      const thread = nextThread(desk.threads[conversation] ?? emptyThread, happening);
      const known = happening.type === 'detail-arrived' ? withRow(desk, happening.detail.conversation) : desk;
      return { ...known, threads: { ...known.threads, [conversation]: thread } };
    }
  }
}
