/** What is being typed that can be completed: `@` and a name, `/` and a word of a canned answer. */
export type Token = {
  readonly sign: '@' | '/';
  readonly query: string;
  /** Where it begins, the sign included. */
  readonly from: number;
};

const typed = /(^|\s)([@/])([^\s@/]*)$/u;

/** Before the caret, if anything. A slash between words, or after a number, is a slash. */
export function tokenAt(text: string, caret: number): Token | null {
  const before = text.slice(0, caret);
  const [, space, sign, query = ''] = typed.exec(before) ?? [];
  if (sign !== '@' && sign !== '/') return null;
  const isInSentence = space === ' ' || space === '\t';
  if (sign === '/' && isInSentence && query === '') return null;
  return { sign, query, from: before.length - query.length - 1 };
}

/** The text with the token replaced, and where the caret stands then. */
export function completed(
  text: string,
  { from, query }: Token,
  by: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(from + 1 + query.length);
  const gap = rest.startsWith(' ') ? '' : ' ';
  return { text: text.slice(0, from) + by + gap + rest, caret: from + by.length + 1 };
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether every word of what is looked for begins a word there. Marks on letters do not matter. */
export function matches(text: string, query: string): boolean {
  const words = folded(text).split(/[^\p{L}\p{N}]+/u);
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  return wanted.every((one) => words.some((word) => word.startsWith(one)));
}
