import type { ConversationSummary } from '@countersign/contracts';

export type Section = { readonly title: string; readonly rows: readonly ConversationSummary[] };

const time = (at: string | null | undefined) => (at ? Date.parse(at) : Number.POSITIVE_INFINITY);
const lastWord = (row: ConversationSummary) => Date.parse(row.lastMessage?.at ?? row.openedAt);

/** Who has waited longest stands first; who waits for nothing stands after, latest word first. */
const byWait = (one: ConversationSummary, other: ConversationSummary) => {
  const waits = time(one.waitingSince) - time(other.waitingSince);
  return Number.isNaN(waits) || waits === 0 ? lastWord(other) - lastWord(one) : waits;
};

/** The open queue as an agent reads it: mine, nobody's, others'. Empty sections are not shown. */
export function openSections(rows: readonly ConversationSummary[], me: string): readonly Section[] {
  const open = rows.filter(({ state }) => state !== 'ended');
  const sections = [
    { title: 'Yours', rows: open.filter(({ agent }) => agent?.id === me) },
    { title: 'Waiting', rows: open.filter(({ agent }) => agent === null) },
    { title: 'With others', rows: open.filter(({ agent }) => agent !== null && agent.id !== me) },
  ];
  return sections
    .filter(({ rows: some }) => some.length > 0)
    .map((section) => ({ ...section, rows: section.rows.toSorted(byWait) }));
}

/** The latest end first. */
export const endedRows = (rows: readonly ConversationSummary[]): readonly ConversationSummary[] =>
  rows
    .filter(({ state }) => state === 'ended')
    .toSorted((one, other) => Date.parse(other.endedAt ?? '') - Date.parse(one.endedAt ?? ''));
