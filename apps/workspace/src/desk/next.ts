import type { ConversationSummary } from '@countersign/contracts';
import type { Happening } from './happening';
import type { Half } from './lists';
import { type Desk, emptyThread } from './state';
import { nextThread } from './thread';

const halfOf = ({ state }: ConversationSummary): Half => (state === 'ended' ? 'ended' : 'open');

/** A mark only moves forward, whatever overtakes what on its way here. */
function withRows(desk: Desk, changed: readonly ConversationSummary[]): Desk {
  const rows = new Map(desk.rows);
  for (const row of changed) {
    const { delivered, read } = rows.get(row.id)?.marks ?? row.marks;
    const marks = {
      delivered: Math.max(delivered, row.marks.delivered),
      read: Math.max(read, row.marks.read),
    };
    rows.set(row.id, { ...row, marks });
  }
  return { ...desk, rows };
}

/** One that is told may have been read before what is known by now: every change of hands adds a line. */
const notBehind = ({ rows }: Desk, told: readonly ConversationSummary[]) =>
  told.filter(({ id, lastNumber }) => lastNumber >= (rows.get(id)?.lastNumber ?? 0));

const withRow = (desk: Desk, row: ConversationSummary): Desk => withRows(desk, [row]);

/** A list is the truth about its half: a row of that half which no page of it named is no longer there. */
function withoutGone(desk: Desk, half: Half, before: Desk['rows']): Desk {
  const kept = [...desk.rows].filter(([id, row]) => row !== before.get(id) || halfOf(row) !== half);
  return { ...desk, rows: new Map(kept) };
}

/** The whole behaviour of the desk. What it draws follows from the answer and from nothing else. */
export function next(desk: Desk, happening: Happening): Desk {
  switch (happening.type) {
    case 'line-changed':
      return { ...desk, line: happening.line };
    case 'page-arrived': {
      const { half, rows, counts, whole } = happening;
      return {
        ...withRows(desk, rows),
        loaded: { ...desk.loaded, [half]: true },
        whole: { ...desk.whole, [half]: whole },
        counts,
      };
    }
    case 'list-whole':
      return withoutGone(desk, happening.half, happening.before);
    case 'narrowed':
      return { ...desk, filter: happening.filter };
    case 'rows-changed':
      return withRows(desk, notBehind(desk, happening.rows));
    case 'duty-changed':
      return { ...desk, colleagues: happening.colleagues };
    case 'canned-arrived':
      return { ...desk, canned: happening.answers };
    case 'mentions-changed':
      return { ...desk, mentions: happening.mentions };
    case 'row-changed':
      return withRow(desk, happening.row);
    case 'read': {
      const row = desk.rows.get(happening.conversation);
      return row ? withRow(desk, { ...row, unread: 0 }) : desk;
    }
    case 'marks-changed': {
      const { conversation, delivered, read } = happening;
      const row = desk.rows.get(conversation);
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
