import type { AgentClient } from '../api/agent.client';
import type { Answer } from '../api/answer';
import type { Store } from './store';

export type Half = 'open' | 'ended';

/** So many are read without being asked for: filters and counts are then exact. Whoever scrolls further gets more. */
const READ_AHEAD = 5_000;

type Ends = {
  readonly client: AgentClient;
  readonly store: Store;
  readonly onSignedOut: (why: string) => void;
};

/** The two halves of the queue, page by page. */
export function keepLists({ client, store, onSignedOut }: Ends) {
  /** Where the next page begins; null: there is none. */
  const places: Record<Half, string | null> = { open: null, ended: null };
  const runs: Record<Half, number> = { open: 0, ended: 0 };
  const busy = new Set<Half>();

  async function page(half: Half, after?: string): Promise<Answer<unknown>> {
    const run = runs[half];
    const answer = await client.conversations(half, after);
    // What was read is one task, what is drawn of it another.
    await new Promise((resume) => setTimeout(resume));
    // A later start has taken over.
    if (run !== runs[half]) return answer;
    if (answer.ok) {
      const { conversations: rows, next, counts } = answer.value;
      places[half] = next;
      store.happen({ type: 'page-arrived', half, rows, counts, whole: next === null });
    } else if (answer.trouble.code === 'agent_session_required') onSignedOut(answer.trouble.code);
    return answer;
  }

  async function rest(half: Half, before: ReturnType<Store['get']>['rows']): Promise<void> {
    const run = runs[half];
    for (let read = 0; read < READ_AHEAD && places[half] !== null; ) {
      const answer = await page(half, places[half]);
      if (run !== runs[half] || !answer.ok) return;
      read = store.get().rows.size;
    }
    // What no page named is no longer there.
    if (run === runs[half] && places[half] === null) store.happen({ type: 'list-whole', half, before });
  }

  return {
    /** From the beginning: what stands there meanwhile stays until all is read. */
    async loadList(half: Half): Promise<Answer<unknown>> {
      runs[half] += 1;
      const { rows: before } = store.get();
      const answer = await page(half);
      if (answer.ok && (half === 'open' || places[half] === null)) void rest(half, before);
      return answer;
    },
    /** The next page, if there is one and nobody is reading it already. */
    async moreOf(half: Half): Promise<void> {
      const after = places[half];
      if (after === null || busy.has(half)) return;
      busy.add(half);
      await page(half, after);
      busy.delete(half);
    },
  };
}
