import type { AgentClient } from '../api/agent.client';
import { type AgentSocket, ask } from '../api/agent.socket';
import type { Answer, Trouble } from '../api/answer';
import { drafts } from './drafts';
import { emptyThread, lastNumberOf } from './state';
import type { Store } from './store';

export type Reach = {
  readonly socket: AgentSocket;
  readonly client: AgentClient;
  readonly store: Store;
  readonly onSignedOut: (why: string) => void;
};

const sessionIsOver = ({ code }: Trouble) => code === 'agent_session_required' || code === 'session_ended';

/** What an agent can wish of one conversation. Each wish ends in a happening, never in an exception. */
export function wishesOf({ socket, client, store, onSignedOut }: Reach) {
  const threadOf = (conversation: string) => store.get().threads[conversation] ?? emptyThread;

  function refused<Value>(answer: Answer<Value>): Trouble | undefined {
    if (answer.ok) return undefined;
    if (sessionIsOver(answer.trouble)) onSignedOut(answer.trouble.code);
    return answer.trouble;
  }

  async function watch(conversation: string): Promise<void> {
    const after = lastNumberOf(threadOf(conversation));
    const answer = await ask(socket, 'conversation:watch', { conversation, after });
    if (answer.ok) return store.happen({ type: 'detail-arrived', conversation, detail: answer.value });
    const trouble = refused(answer);
    if (!trouble || (trouble.code === 'unreachable' && !socket.connected)) return;
    // An id that is no id is refused by form: to a reader that is the same as one that does not exist.
    const missing = trouble.code === 'conversation_not_found' || trouble.code === 'request_malformed';
    store.happen({ type: 'watch-refused', conversation, missing, notice: trouble.title });
  }

  async function deliver(conversation: string, clientId: string, text: string): Promise<void> {
    const answer = await ask(socket, 'message:send', { conversation, clientId, text });
    if (answer.ok) return store.happen({ type: 'messages-arrived', conversation, messages: [answer.value] });
    const { code, title } = refused(answer) ?? { code: 'unreachable', title: '' };
    const lost = code === 'unreachable';
    const why = lost ? 'It goes by itself when the line is back.' : title;
    store.happen({ type: 'undelivered', conversation, clientId, state: lost ? 'held' : 'unsent', why });
  }

  async function change(conversation: string, wish: 'conversation:take' | 'conversation:end'): Promise<void> {
    const answer = await ask(socket, wish, { conversation });
    if (answer.ok) store.happen({ type: 'row-changed', row: answer.value });
    const notice = refused(answer)?.title ?? null;
    store.happen({ type: 'noticed', conversation, notice });
  }

  return {
    open(conversation: string): void {
      const draft = threadOf(conversation).draft || drafts.read(conversation);
      store.happen({ type: 'opened', conversation, draft });
      void watch(conversation);
    },
    leave: (conversation: string) => void ask(socket, 'conversation:unwatch', { conversation }),
    watch,
    take: (conversation: string) => change(conversation, 'conversation:take'),
    end: (conversation: string) => change(conversation, 'conversation:end'),
    write(conversation: string, text: string): void {
      drafts.keep(conversation, text);
      store.happen({ type: 'draft-changed', conversation, text });
    },
    send(conversation: string, text: string): Promise<void> {
      const outgoing = { clientId: crypto.randomUUID(), text, at: new Date().toISOString() };
      drafts.keep(conversation, '');
      store.happen({ type: 'draft-changed', conversation, text: '' });
      store.happen({ type: 'sending', conversation, outgoing: { ...outgoing, state: 'sending', why: null } });
      return deliver(conversation, outgoing.clientId, text);
    },
    resend(conversation: string, clientId: string): Promise<void> {
      const outgoing = threadOf(conversation).outgoing.find((one) => one.clientId === clientId);
      if (!outgoing) return Promise.resolve();
      store.happen({ type: 'sending', conversation, outgoing: { ...outgoing, state: 'sending', why: null } });
      return deliver(conversation, clientId, outgoing.text);
    },
    tell: (conversation: string, on: boolean) => void ask(socket, 'typing', { conversation, on }),
    async seen(conversation: string): Promise<void> {
      const number = lastNumberOf(threadOf(conversation));
      const answer = await ask(socket, 'message:read', { conversation, number });
      if (answer.ok) store.happen({ type: 'read', conversation });
    },
    async earlier(conversation: string): Promise<void> {
      const first = threadOf(conversation).messages[0]?.number ?? 1;
      const answer = await client.earlier(conversation, first);
      if (answer.ok)
        store.happen({ type: 'messages-arrived', conversation, messages: answer.value.messages });
      else store.happen({ type: 'noticed', conversation, notice: answer.trouble.title });
    },
  };
}
export type Wishes = ReturnType<typeof wishesOf>;
