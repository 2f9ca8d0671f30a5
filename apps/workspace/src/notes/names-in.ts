import type { Note } from '@countersign/contracts';

type Part = { readonly text: string; readonly isName: boolean; readonly at: number };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text of a note, parted where somebody was named who was told. */
export function namesIn({ text, mentions }: Pick<Note, 'text' | 'mentions'>): readonly Part[] {
  const names = mentions.map(({ name }) => `@${name}`).toSorted((one, other) => other.length - one.length);
  if (names.length === 0) return [{ text, isName: false, at: 0 }];
  let at = 0;
  return text.split(new RegExp(`(${names.map(escaped).join('|')})`, 'u')).map((part) => {
    const here = { text: part, isName: names.includes(part), at };
    at += part.length + 1;
    return here;
  });
}
