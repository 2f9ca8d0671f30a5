import { ask } from '../api/agent.socket';
import type { Trouble } from '../api/answer';
import { type Reach, troubleOf } from './reach';

/** What an agent may wish about who is at the other end. */
export function vouching(reach: Reach) {
  const { socket, store } = reach;
  const noticed = (conversation: string, notice: Trouble | null) =>
    store.happen({ type: 'noticed', conversation, notice });

  return {
    /** Asks the customer to sign in, or to prove anew who they are. The panel tells what comes of it. */
    async askIdentity(conversation: string, kind: 'sign-in' | 'step-up'): Promise<void> {
      const answer = await ask(socket, 'identity:request', { conversation, kind });
      noticed(conversation, troubleOf(reach, answer) ?? null);
    },
    /** Ends the customer's sessions in every browser and app. For leads. */
    async signOutEverywhere(conversation: string): Promise<void> {
      const answer = await ask(socket, 'consumer:sign-out', { conversation });
      noticed(conversation, troubleOf(reach, answer) ?? null);
    },
  };
}
