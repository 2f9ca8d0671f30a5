import type { Message } from '@countersign/contracts';
import type { Book } from './people/book.js';

/** A line as it lies in the database. */
export type Stored = {
  readonly conversation: string;
  readonly number: number;
  readonly from: string;
  readonly text: string;
};
/** What both windows of a conversation show. */
export type Shown = {
  readonly id: string;
  readonly consumer: readonly Message[];
  readonly agent: readonly Message[];
};
/** What people wrote while one thing was broken, and what became of it. */
export type Row = {
  readonly fault: string;
  readonly seconds: number;
  readonly sent: number;
  readonly acknowledged: number;
  /** Refusals that somebody read. What they were for was sent again. */
  readonly refused: number;
  readonly stored: number;
  /** By the other side. */
  readonly seen: number;
  /** Acknowledged and not stored, or stored and not shown to the other side. */
  readonly lost: number;
  /** Stored or shown more than once. */
  readonly doubled: number;
  /** Not in the order of the numbers, or a number is missing. */
  readonly disordered: number;
  /** Between two acknowledgements, whoever got them. */
  readonly longestGapMs: number;
  /** Of one line, from when it was written to when it was acknowledged. */
  readonly longestWaitMs: number;
  readonly crashes: number;
};

const countOf = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

const groupsOf = (stored: readonly Stored[]): Map<string, Stored[]> => {
  const groups = new Map<string, Stored[]>();
  for (const line of stored) {
    const group = groups.get(line.conversation);
    if (group) group.push(line);
    else groups.set(line.conversation, [line]);
  }
  return groups;
};

/** How many places of a list do not hold what belongs there: line by line, as the database has it. */
function misplaced(shown: readonly Message[], stored: readonly Stored[]): number {
  let wrong = Math.abs(shown.length - stored.length);
  for (const [at, line] of stored.entries()) {
    const there = shown[at];
    if (there && (there.number !== line.number || there.text !== line.text)) wrong += 1;
  }
  return wrong;
}

/** Numbers that are not the next one. */
const jumps = (stored: readonly Stored[]): number =>
  stored.filter(({ number }, at) => number !== at + 1).length;

const doublesOf = (counts: ReadonlyMap<string, number>, of: ReadonlyMap<string, unknown>): number =>
  [...counts].reduce((sum, [text, count]) => sum + (of.has(text) ? count - 1 : 0), 0);

/** The three accounts of one fault beside each other: what was acknowledged, what is stored, what is shown. */
export function balance(
  { fault, seconds, crashes }: Pick<Row, 'fault' | 'seconds' | 'crashes'>,
  book: Book,
  stored: readonly Stored[],
  shown: readonly Shown[],
): Row {
  const written = book.of(fault);
  const storedTexts = countOf(stored.map(({ text }) => text));
  const toAgents = countOf(shown.flatMap(({ agent }) => agent.map(({ text }) => text)));
  const toConsumers = countOf(shown.flatMap(({ consumer }) => consumer.map(({ text }) => text)));
  const sum = { acknowledged: 0, stored: 0, seen: 0, lost: 0 };
  for (const [text, { side, acked }] of written) {
    const isStored = storedTexts.has(text);
    const isSeen = (side === 'consumer' ? toAgents : toConsumers).has(text);
    if (acked) sum.acknowledged += 1;
    if (isStored) sum.stored += 1;
    if (isSeen) sum.seen += 1;
    if ((acked && !isStored) || (isStored && !isSeen)) sum.lost += 1;
  }
  const lines = groupsOf(stored);
  const disordered = shown.reduce((total, { id, consumer, agent }) => {
    const there = lines.get(id) ?? [];
    return total + jumps(there) + misplaced(consumer, there) + misplaced(agent, there);
  }, 0);
  const doubled = [storedTexts, toAgents, toConsumers].reduce(
    (total, counts) => total + doublesOf(counts, written),
    0,
  );
  const refused = [...book.refusals.values()].reduce((total, count) => total + count, 0);
  return {
    ...{ fault, seconds, crashes, sent: written.size, ...sum, refused, doubled, disordered },
    longestGapMs: Math.round(book.longestGapMs),
    longestWaitMs: Math.round(book.longestWaitMs),
  };
}

/** Everything that was written has been acknowledged, is stored and shown, once and in order; no process fell over. */
export const isBalanced = (row: Row): boolean =>
  row.sent > 0 &&
  row.sent === row.acknowledged &&
  row.acknowledged === row.stored &&
  row.stored === row.seen &&
  row.lost + row.doubled + row.disordered + row.crashes === 0;
