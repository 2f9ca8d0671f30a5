/** Words of a question, as an index of words knows them. */
const words = (question: string): readonly string[] =>
  question.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** As PostgreSQL reads it: every word begins one that was said. */
export const beginningsOf = (question: string): string =>
  words(question)
    .map((word) => `'${word}':*`)
    .join(' & ');

export type Part = { readonly text: string; readonly hit: boolean };

const BEGINS = '\u0001';
const ENDS = '\u0002';

/** What was found stands between two signs that nobody writes. */
export function partsOf(snippet: string): Part[] {
  const [before = '', ...found] = snippet.split(BEGINS);
  const parts = found.flatMap((one) => {
    const [text = '', after = ''] = one.split(ENDS);
    return [
      { text, hit: true },
      { text: after, hit: false },
    ];
  });
  return [{ text: before, hit: false }, ...parts].filter(({ text }) => text !== '');
}
