import { ask } from '../api/agent.socket';
import { drafts } from './drafts';
import { type Reach, threadOf, troubleOf } from './reach';
import { lastNumberOf } from './state';

/** What comes within this time is told together. */
const GATHERED = 1_000;

/** Looking at conversations. Each wish ends in a happening, never in an exception. */
export function watching(reach: Reach) {
  const { socket, client, store } = reach;
  const gathering = new Set<string>();

  const look = (conversation: string) => {
    const after = lastNumberOf(threadOf(reach, conversation));
    return ask(socket, 'conversation:watch', { conversation, after });
  };

  async function watch(conversation: string): Promise<void> {
    let answer = await look(conversation);
    if (!answer.ok && answer.trouble.code === 'number_ahead') {
      store.happen({ type: 'ahead', conversation });
      answer = await look(conversation);
    }
    if (answer.ok) return store.happen({ type: 'detail-arrived', conversation, detail: answer.value });
    const trouble = troubleOf(reach, answer);
    // Without a line nothing is known: the view waits, and is watched again when the line is back.
    if (!trouble || (trouble.code === 'unreachable' && !socket.connected)) return;
    // An id that is no id is refused by form: to a reader that is the same as one that does not exist.
    const missing = trouble.code === 'conversation_not_found' || trouble.code === 'request_malformed';
    store.happen({ type: 'watch-refused', conversation, missing, notice: trouble.title });
  }

  return {
    watch,
    open(conversation: string): void {
      const draft = threadOf(reach, conversation).draft || drafts.read(conversation);
      store.happen({ type: 'opened', conversation, draft });
      void watch(conversation);
    },
    leave: (conversation: string) => void ask(socket, 'conversation:unwatch', { conversation }),
    async seen(conversation: string): Promise<void> {
      const number = lastNumberOf(threadOf(reach, conversation));
      const answer = await ask(socket, 'message:read', { conversation, number });
      if (answer.ok) store.happen({ type: 'read', conversation });
    },
    /** It is here, and nobody looks. What is seen needs no such word. */
    came(conversation: string): void {
      if (gathering.has(conversation)) return;
      gathering.add(conversation);
      setTimeout(() => {
        gathering.delete(conversation);
        const number = lastNumberOf(threadOf(reach, conversation));
        void ask(socket, 'message:delivered', { conversation, number });
      }, GATHERED);
    },
    async earlier(conversation: string): Promise<void> {
      const first = threadOf(reach, conversation).messages[0]?.number ?? 1;
      const answer = await client.earlier(conversation, first);
      if (answer.ok)
        store.happen({ type: 'messages-arrived', conversation, messages: answer.value.messages });
      else store.happen({ type: 'noticed', conversation, notice: answer.trouble.title });
    },
  };
}
