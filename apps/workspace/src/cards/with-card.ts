import type { Card } from '@countersign/contracts';
import type { Thread } from '../desk/state';

/** The card as it stands now. Of two words about it the later counts, whichever overtook the other. */
export const withCard = (thread: Thread, card: Card): Thread => ({
  ...thread,
  messages: thread.messages.map((message) =>
    message.card?.id === card.id && card.changedAt >= message.card.changedAt ? { ...message, card } : message,
  ),
});
