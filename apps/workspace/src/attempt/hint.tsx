import { Wrench } from 'lucide-react';
import { Sentence } from '../ui/sentence';

/** What to do about it. Calm: the refusal itself has been said. */
export function Hint({ text }: { text: string }) {
  return (
    <div
      role="note"
      data-testid="hint"
      className="flex gap-2.5 rounded-card border border-line bg-accent-bg px-3.5 py-3 text-sm text-ink"
    >
      <Wrench aria-hidden size={16} className="mt-0.5 shrink-0 text-accent-ink" />
      <div className="min-w-0 wrap-anywhere">
        <h2 className="text-sm leading-5 font-semibold">What to do</h2>
        <p>
          <Sentence text={text} />
        </p>
      </div>
    </div>
  );
}
