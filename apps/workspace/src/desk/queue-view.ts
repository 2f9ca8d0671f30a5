import type { ConversationSummary } from '@countersign/contracts';

export type Whose = 'yours' | 'waiting' | 'withOthers';
export const orders = ['wait', 'newest', 'latest'] as const;
export type Order = (typeof orders)[number];

/** What an agent wants to see of the queue; null and false: all of it. */
export type QueueFilter = {
  readonly whose: Whose | null;
  readonly who: 'verified' | 'anonymous' | null;
  readonly connection: string | null;
  readonly unread: boolean;
  /** One agent's alone. */
  readonly agent: string | null;
  readonly order: Order;
};
export const everything: QueueFilter = {
  whose: null,
  who: null,
  connection: null,
  unread: false,
  agent: null,
  order: 'wait',
};

export type Section = { readonly kind: Whose; readonly rows: readonly ConversationSummary[] };

/** Times are all written alike: as text they sort as they follow each other, and two thousand are not read as dates. */
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const lastWord = (row: ConversationSummary) => row.lastMessage?.at ?? row.openedAt;
const LATER_THAN_ALL = '~';

const by: Record<Order, (one: ConversationSummary, other: ConversationSummary) => number> = {
  /** Who has waited longest stands first; who waits for nothing stands after, latest word first. */
  wait: (one, other) =>
    compare(one.waitingSince ?? LATER_THAN_ALL, other.waitingSince ?? LATER_THAN_ALL) ||
    compare(lastWord(other), lastWord(one)),
  newest: (one, other) => compare(other.openedAt, one.openedAt),
  latest: (one, other) => compare(lastWord(other), lastWord(one)),
};

const isVerified = ({ assurance }: ConversationSummary) => assurance === 'verified' || assurance === 'due';

/** Whether a row is wanted. Whoever had a proof that ran out is neither verified nor anonymous. */
export const fits =
  ({ who, connection, unread, agent }: QueueFilter) =>
  (row: ConversationSummary): boolean =>
    (who === null || (who === 'verified' ? isVerified(row) : row.assurance === 'anonymous')) &&
    (connection === null || row.connection === connection) &&
    (!unread || row.unread > 0) &&
    (agent === null || row.agent?.id === agent);

export const narrows = ({ who, connection, unread, agent }: QueueFilter): boolean =>
  who !== null || connection !== null || unread || agent !== null;

const whoseIs = ({ agent }: ConversationSummary, me: string): Whose =>
  agent === null ? 'waiting' : agent.id === me ? 'yours' : 'withOthers';

const kinds = ['yours', 'waiting', 'withOthers'] as const;

/** The open queue as an agent reads it: mine, nobody's, others'. Empty sections are not shown. */
export function openSections(
  rows: Iterable<ConversationSummary>,
  me: string,
  filter: QueueFilter = everything,
): readonly Section[] {
  const found: Record<Whose, ConversationSummary[]> = { yours: [], waiting: [], withOthers: [] };
  const wanted = fits(filter);
  for (const row of rows) if (row.state !== 'ended' && wanted(row)) found[whoseIs(row, me)].push(row);
  return kinds
    .filter((kind) => found[kind].length > 0 && (filter.whose === null || filter.whose === kind))
    .map((kind) => ({ kind, rows: found[kind].sort(by[filter.order]) }));
}

/** The latest end first. */
export const endedRows = (
  rows: Iterable<ConversationSummary>,
  filter: QueueFilter = everything,
): readonly ConversationSummary[] =>
  [...rows]
    .filter((row) => row.state === 'ended' && fits(filter)(row))
    .sort((one, other) => compare(other.endedAt ?? '', one.endedAt ?? ''));

/** How many rows are so. Asked at each change, so it makes nothing on its way. */
export function counted(
  rows: ReadonlyMap<string, ConversationSummary>,
  isSo: (row: ConversationSummary) => boolean,
): number {
  let count = 0;
  for (const row of rows.values()) if (isSo(row)) count += 1;
  return count;
}

/** Where conversations come from, to choose among. */
export const connectionsIn = (rows: Iterable<ConversationSummary>): readonly string[] =>
  [...new Set([...rows].map(({ connection }) => connection))].toSorted();
