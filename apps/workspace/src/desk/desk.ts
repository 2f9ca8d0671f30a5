import { agentClient } from '../api/agent.client';
import { agentSocket } from '../api/agent.socket';
import type { Answer } from '../api/answer';
import { cannedClient } from '../api/canned.client';
import { onDuty } from '../duty/on-duty';
import { noting } from '../notes/noting';
import { keptOrder } from '../queue/kept-order';
import { keepLine } from './line';
import { type Half, keepLists } from './lists';
import { proposing } from './proposing';
import { everything } from './queue-view';
import type { Reach } from './reach';
import { reading } from './reading';
import { speaking } from './speaking';
import { emptyDesk } from './state';
import { createStore, type Store } from './store';
import { vouching } from './vouching';
import { watching } from './watching';

const wishesOf = (reach: Reach) => ({
  ...watching(reach),
  ...reading(reach),
  ...speaking(reach),
  ...onDuty(reach),
  ...noting(reach),
  ...vouching(reach),
  ...proposing(reach),
});
type Wishes = ReturnType<typeof wishesOf>;

export type DeskControl = Wishes & {
  readonly store: Store;
  /** Begins to listen; answers how to stop. */
  readonly start: () => () => void;
  /** A connection judged a proof, or the line came back: null, it may be any. Answers how to stop listening. */
  readonly onJudged: (listener: (connection: string | null) => void) => () => void;
  readonly loadList: (half: Half) => Promise<Answer<unknown>>;
  /** The next page of it, if there is one. */
  readonly moreOf: (half: Half) => Promise<void>;
};

/** The agent's desk: one store, one line to the service, and the wishes between them. */
export function createDesk(apiUrl: string, onSignedOut: (why: string) => void): DeskControl {
  const client = agentClient(apiUrl);
  const socket = agentSocket(apiUrl);
  const store = createStore({ ...emptyDesk, filter: { ...everything, order: keptOrder() } });
  const reach = { socket, client, store, onSignedOut };
  const wishes = wishesOf(reach);
  const judged = new Set<(connection: string | null) => void>();
  const tellJudged = (connection: string | null) => {
    for (const listener of judged) listener(connection);
  };

  const { loadList, moreOf } = keepLists(reach);

  async function loadCanned(): Promise<void> {
    const answer = await cannedClient(apiUrl).all();
    if (answer.ok) store.happen({ type: 'canned-arrived', answers: answer.value.answers });
  }

  /** After a break: the lists anew, each watched conversation from its last number, and what was not delivered. */
  function resume(): void {
    const { loaded, threads } = store.get();
    tellJudged(null);
    void loadList('open');
    void loadCanned();
    if (loaded.ended) void loadList('ended');
    wishes.watchAgain();
    for (const [conversation, { outgoing }] of Object.entries(threads))
      for (const { clientId, state } of outgoing)
        if (state === 'held' || state === 'sending') void wishes.resend(conversation, clientId);
  }

  return {
    ...wishes,
    store,
    loadList,
    moreOf,
    onJudged(listener) {
      judged.add(listener);
      return () => judged.delete(listener);
    },
    start() {
      const stopFilling = store.subscribe(() => wishes.fillGaps());
      const hangUp = keepLine(socket, client, store, {
        onSignedOut,
        onLive: resume,
        onCanned: () => void loadCanned(),
        onJudged: tellJudged,
        onConfirmed: (conversation) => void wishes.confirmed(conversation),
      });
      return () => {
        stopFilling();
        hangUp();
      };
    },
  };
}
