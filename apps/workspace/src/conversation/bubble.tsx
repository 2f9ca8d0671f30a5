import { classNames } from '../ui/class-names';

/** What somebody wrote, as text. Each line finds its own direction; nothing leaks or paints out of the bubble. */
export function Bubble({ own, text, faint = false }: { own: boolean; text: string; faint?: boolean }) {
  return (
    <p
      dir="auto"
      className={classNames(
        'max-w-[85%] min-w-0 overflow-clip rounded-card px-3 py-1.5 text-base wrap-anywhere whitespace-pre-wrap [unicode-bidi:isolate]',
        own ? 'bg-accent-bg text-ink' : 'border border-line bg-surface text-ink',
        faint && 'opacity-70',
      )}
    >
      {text}
    </p>
  );
}
