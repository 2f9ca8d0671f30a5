import { ask } from '../api/agent.socket';
import { drafts } from './drafts';
import { type Reach, threadOf, troubleOf } from './reach';

/** Having a conversation: taking it, writing in it, ending it. Each wish ends in a happening. */
export function speaking(reach: Reach) {
  const { socket, store } = reach;

  async function deliver(conversation: string, clientId: string, text: string): Promise<void> {
    const at = new Date().toISOString();
    store.happen({
      type: 'sending',
      conversation,
      outgoing: { clientId, text, at, state: 'sending', why: null },
    });
    const answer = await ask(socket, 'message:send', { conversation, clientId, text });
    if (answer.ok) return store.happen({ type: 'messages-arrived', conversation, messages: [answer.value] });
    const lost = troubleOf(reach, answer)?.code === 'unreachable';
    const why = lost ? 'It goes by itself when the line is back.' : answer.trouble.title;
    store.happen({ type: 'undelivered', conversation, clientId, state: lost ? 'held' : 'unsent', why });
  }

  async function change(conversation: string, wish: 'conversation:take' | 'conversation:end'): Promise<void> {
    const answer = await ask(socket, wish, { conversation });
    if (answer.ok) store.happen({ type: 'row-changed', row: answer.value });
    const notice = troubleOf(reach, answer)?.title ?? null;
    store.happen({ type: 'noticed', conversation, notice });
  }

  function write(conversation: string, text: string): void {
    drafts.keep(conversation, text);
    store.happen({ type: 'draft-changed', conversation, text });
  }

  return {
    take: (conversation: string) => change(conversation, 'conversation:take'),
    end: (conversation: string) => change(conversation, 'conversation:end'),
    write,
    send(conversation: string, text: string): Promise<void> {
      write(conversation, '');
      return deliver(conversation, crypto.randomUUID(), text);
    },
    /** With the same client id: whatever arrived before does no harm. */
    async resend(conversation: string, clientId: string): Promise<void> {
      const known = threadOf(reach, conversation).outgoing.find((one) => one.clientId === clientId);
      if (known) await deliver(conversation, clientId, known.text);
    },
    tell: (conversation: string, on: boolean) => void ask(socket, 'typing', { conversation, on }),
  };
}
