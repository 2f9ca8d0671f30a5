import type { CardWish } from '@countersign/claims';
import { ask } from '../api/agent.socket';
import type { Trouble } from '../api/answer';
import { type Reach, troubleOf } from './reach';

/** What an agent does with cards. */
export function proposing(reach: Reach) {
  const { socket, store } = reach;
  return {
    /** Answers why it was not sent; the same client id again does no harm. */
    async propose(conversation: string, clientId: string, wish: CardWish): Promise<Trouble | undefined> {
      const answer = await ask(socket, 'card:propose', { conversation, clientId, wish });
      if (answer.ok) store.happen({ type: 'messages-arrived', conversation, messages: [answer.value] });
      return troubleOf(reach, answer);
    },
    async withdrawCard(conversation: string, card: string): Promise<void> {
      const answer = await ask(socket, 'card:withdraw', { card });
      if (answer.ok) return store.happen({ type: 'card-changed', conversation, card: answer.value });
      store.happen({ type: 'noticed', conversation, notice: troubleOf(reach, answer) ?? null });
    },
  };
}
