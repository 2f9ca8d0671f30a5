import type { ConversationSummary } from '@countersign/contracts';
import { counted } from '../desk/queue-view';
import type { Desk } from '../desk/state';

type Rows = Desk['rows'];

/** Whether it is this agent's to answer: theirs, or nobody's yet. */
const concerns = ({ agent, state }: ConversationSummary, me: string): boolean =>
  state !== 'ended' && (agent === null || agent.id === me);

/** How many conversations wait for a look of this agent. */
export const unreadFor = (rows: Rows, me: string): number =>
  counted(rows, (row) => row.unread > 0 && concerns(row, me));

export type News = { readonly row: ConversationSummary; readonly kind: 'first' | 'more' };

/**
 * Where a consumer has said something since. What was read from the service at the beginning is no news; what is being
 * looked at neither.
 */
export function newsIn(before: Rows, after: Rows, me: string, lookedAt: string | null): readonly News[] {
  if (before === after) return [];
  const news: News[] = [];
  for (const row of after.values()) {
    const known = before.get(row.id);
    if (known === row || row.id === lookedAt || !concerns(row, me)) continue;
    if (row.lastMessage?.from !== 'consumer' || row.unread === 0) continue;
    if (known && row.unread <= known.unread && row.lastNumber <= known.lastNumber) continue;
    news.push({ row, kind: known ? 'more' : 'first' });
  }
  return news;
}
