import { useWords } from '../settings/tongue';

/** The word for a change: seen where motion is unwelcome, heard everywhere. */
export function Updated({ fresh }: { fresh: boolean }) {
  const { panel } = useWords();
  return (
    <span aria-live="polite">
      {fresh && (
        <span className="sr-only rounded-full bg-accent-bg px-1.5 text-xs font-medium text-accent-ink motion-reduce:not-sr-only motion-reduce:px-1.5">
          {panel.updated}
        </span>
      )}
    </span>
  );
}
