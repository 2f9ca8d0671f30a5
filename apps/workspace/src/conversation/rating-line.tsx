import type { ConversationSummary } from '@countersign/contracts';
import { Star } from 'lucide-react';
import { useWords } from '../settings/tongue';

/** What the consumer thought of a conversation that has ended: in words, and in their own where there are any. */
export function RatingLine({ rating }: { rating: NonNullable<ConversationSummary['rating']> }) {
  const { conversation } = useWords();
  const { score, comment } = rating;
  return (
    <p className="flex min-w-0 items-center gap-2" data-testid="rating">
      <Star aria-hidden size={14} className="shrink-0 text-quiet" />
      <span className="min-w-0">
        <strong className="font-semibold">{conversation.rated[score - 1]}</strong>
        {comment !== null && (
          <>
            {' · '}
            <bdi className="break-words">{comment}</bdi>
          </>
        )}
      </span>
    </p>
  );
}
