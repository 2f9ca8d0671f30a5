import { cut, segments } from '../words/visible';

/** Somebody else's text in one line, where a button would be in the way. */
export function ToldLine({ text, limit = 120 }: { text: string; limit?: number }) {
  const { text: shown, more } = cut(text.replace(/\s+/g, ' '), limit);
  return (
    <bdi>
      {segments(shown)
        .map((segment) => segment.text)
        .join('')}
      {more > 0 && '…'}
    </bdi>
  );
}
