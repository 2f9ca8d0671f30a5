import { ask } from '../api/agent.socket';
import { type Reach, threadOf } from './reach';
import { wholeTo } from './state';

/** What comes within this time is told together. */
const GATHERED = 1_000;

/** What the agent has before their eyes, or could have: never beyond a gap. */
export function reading(reach: Reach) {
  const { socket, client, store } = reach;
  const gathering = new Set<string>();
  return {
    async seen(conversation: string): Promise<void> {
      const number = wholeTo(threadOf(reach, conversation));
      const answer = await ask(socket, 'message:read', { conversation, number });
      if (answer.ok) store.happen({ type: 'read', conversation });
    },
    /** It is here, and nobody looks. What is seen needs no such word. */
    came(conversation: string): void {
      if (gathering.has(conversation)) return;
      gathering.add(conversation);
      setTimeout(() => {
        gathering.delete(conversation);
        const number = wholeTo(threadOf(reach, conversation));
        void ask(socket, 'message:delivered', { conversation, number });
      }, GATHERED);
    },
    async earlier(conversation: string): Promise<void> {
      const first = threadOf(reach, conversation).messages[0]?.number ?? 1;
      const answer = await client.earlier(conversation, first);
      if (answer.ok)
        store.happen({ type: 'messages-arrived', conversation, messages: answer.value.messages });
      else store.happen({ type: 'noticed', conversation, notice: answer.trouble });
    },
  };
}
