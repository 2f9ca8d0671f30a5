import { agentClient } from '../api/agent.client';
import { agentSocket } from '../api/agent.socket';
import type { Answer } from '../api/answer';
import { keepLine } from './line';
import { speaking } from './speaking';
import { createStore, type Store } from './store';
import { vouching } from './vouching';
import { watching } from './watching';

type Wishes = ReturnType<typeof watching> & ReturnType<typeof speaking> & ReturnType<typeof vouching>;

export type DeskControl = Wishes & {
  readonly store: Store;
  /** Begins to listen; answers how to stop. */
  readonly start: () => () => void;
  /** A connection judged a proof, or the line came back: null, it may be any. Answers how to stop listening. */
  readonly onJudged: (listener: (connection: string | null) => void) => () => void;
  readonly loadList: (state: 'open' | 'ended') => Promise<Answer<unknown>>;
};

/** The agent's desk: one store, one line to the service, and the wishes between them. */
export function createDesk(apiUrl: string, onSignedOut: (why: string) => void): DeskControl {
  const client = agentClient(apiUrl);
  const socket = agentSocket(apiUrl);
  const store = createStore();
  const reach = { socket, client, store, onSignedOut };
  const wishes = { ...watching(reach), ...speaking(reach), ...vouching(reach) };
  const watched = new Set<string>();
  const judged = new Set<(connection: string | null) => void>();
  const tellJudged = (connection: string | null) => {
    for (const listener of judged) listener(connection);
  };

  async function loadList(state: 'open' | 'ended'): Promise<Answer<unknown>> {
    const answer = await client.conversations(state);
    if (answer.ok) store.happen({ type: 'list-arrived', state, rows: answer.value.conversations });
    else if (answer.trouble.code === 'agent_session_required') onSignedOut(answer.trouble.code);
    return answer;
  }

  /** After a break: the lists anew, each watched conversation from its last number, and what was not delivered. */
  function resume(): void {
    const { loaded, threads } = store.get();
    tellJudged(null);
    void loadList('open');
    if (loaded.ended) void loadList('ended');
    for (const conversation of watched) void wishes.watch(conversation);
    for (const [conversation, { outgoing }] of Object.entries(threads))
      for (const { clientId, state } of outgoing)
        if (state === 'held' || state === 'sending') void wishes.resend(conversation, clientId);
  }

  return {
    ...wishes,
    store,
    loadList,
    open(conversation) {
      watched.add(conversation);
      wishes.open(conversation);
    },
    leave(conversation) {
      watched.delete(conversation);
      wishes.leave(conversation);
    },
    onJudged(listener) {
      judged.add(listener);
      return () => judged.delete(listener);
    },
    start: () =>
      keepLine(socket, client, store, {
        onSignedOut,
        onLive: resume,
        onJudged: tellJudged,
        onConfirmed: (conversation) => void wishes.confirmed(conversation),
      }),
  };
}
