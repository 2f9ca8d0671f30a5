import type { Card, Message } from '@countersign/contracts';
import type { ChatState, Earlier } from '../chat/state.js';

/** Of two words about a card the later counts, whichever overtook the other on its way. */
const isLater = (card: Card, known: Card): boolean => card.changedAt >= known.changedAt;

const within = (messages: readonly Message[], card: Card): readonly Message[] =>
  messages.map((message) =>
    message.card?.id === card.id && isLater(card, message.card) ? { ...message, card } : message,
  );

/** The card as it stands now, wherever it stands. */
export const withCard = (state: ChatState, card: Card): ChatState => ({
  ...state,
  messages: within(state.messages, card),
  earlier: state.earlier.map((one): Earlier => ({ ...one, messages: within(one.messages, card) })),
});
