import type { Assurance } from '@countersign/claims';

/** Something that can be done or gone to by its name. */
export type Command = {
  readonly id: string;
  readonly group: 'actions' | 'conversations' | 'agents' | 'pages';
  readonly text: string;
  /** What was said last, as somebody wrote it. */
  readonly note?: string;
  /** How sure it is who that is. */
  readonly mark?: { readonly assurance: Assurance; readonly by: string | null };
  readonly keys?: readonly string[];
  readonly run: () => void;
};

/** Without accents, vowel signs and case: whoever searches is in a hurry. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

const AT_MOST = { actions: 12, conversations: 8, agents: 6, pages: 8 } as const;
const groups = ['actions', 'conversations', 'agents', 'pages'] as const;

/** Each word that was typed begins a word of the text, or stands in it; the first kind comes first. */
function rank(words: readonly string[], text: string): number {
  const plainText = plain(text);
  if (!words.every((word) => plainText.includes(word))) return -1;
  return words.every((word) => plainText.startsWith(word) || plainText.includes(` ${word}`)) ? 1 : 0;
}

/** What fits what was typed, group by group. Before anything is typed conversations are left to the queue. */
export function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const ranked = commands
    .map((command) => ({ command, rank: rank(words, `${command.text} ${command.note ?? ''}`) }))
    .filter((one) => one.rank >= 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ command }) => command);
  return groups.flatMap((group) => ranked.filter((one) => one.group === group).slice(0, AT_MOST[group]));
}
