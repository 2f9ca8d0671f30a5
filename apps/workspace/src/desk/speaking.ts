import type { Attachment } from '@countersign/contracts';
import { ask } from '../api/agent.socket';
import { drafts } from './drafts';
import { type Reach, threadOf, troubleOf } from './reach';

type Written = { readonly text: string; readonly attachment: Attachment | null };

const saidOf = ({ text, attachment }: Written) =>
  attachment ? { text, attachment: attachment.id } : { text };

/** Having a conversation: taking it, writing in it, ending it. Each wish ends in a happening. */
export function speaking(reach: Reach) {
  const { socket, store } = reach;

  async function deliver(
    conversation: string,
    clientId: string,
    { text, attachment }: Written,
    unconfirmed = false,
  ): Promise<void> {
    const at = new Date().toISOString();
    store.happen({
      type: 'sending',
      conversation,
      outgoing: { clientId, text, attachment, at, state: 'sending', why: null },
    });
    const answer = await ask(socket, 'message:send', {
      ...saidOf({ text, attachment }),
      conversation,
      clientId,
      ...(unconfirmed ? { unconfirmed } : {}),
    });
    if (answer.ok) return store.happen({ type: 'messages-arrived', conversation, messages: [answer.value] });
    const { code } = troubleOf(reach, answer) ?? answer.trouble;
    const state = code === 'unreachable' ? 'held' : code === 'identity_unconfirmed' ? 'doubted' : 'unsent';
    store.happen({
      type: 'undelivered',
      conversation,
      clientId,
      state,
      why: answer.trouble,
    });
  }

  async function change(conversation: string, wish: 'conversation:take' | 'conversation:end'): Promise<void> {
    const answer = await ask(socket, wish, { conversation });
    if (answer.ok) store.happen({ type: 'row-changed', row: answer.value });
    const notice = troubleOf(reach, answer) ?? null;
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
    send(conversation: string, text: string, attachment: Attachment | null = null): Promise<void> {
      write(conversation, '');
      return deliver(conversation, crypto.randomUUID(), { text: text.trim() && text, attachment });
    },
    /** With the same client id: whatever arrived before does no harm. */
    async resend(conversation: string, clientId: string, unconfirmed = false): Promise<void> {
      const known = threadOf(reach, conversation).outgoing.find((one) => one.clientId === clientId);
      if (known) await deliver(conversation, clientId, known, unconfirmed);
    },
    /** The proof has come: what waited for it goes, in the order it was written. */
    async confirmed(conversation: string): Promise<void> {
      const doubted = threadOf(reach, conversation).outgoing.filter(({ state }) => state === 'doubted');
      for (const one of doubted) await deliver(conversation, one.clientId, one);
    },
    tell: (conversation: string, on: boolean) => void ask(socket, 'typing', { conversation, on }),
  };
}
