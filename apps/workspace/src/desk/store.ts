import type { ConversationSummary } from '@countersign/contracts';
import type { Happening } from './happening';
import { next } from './next';
import { type Desk, emptyDesk } from './state';

export type Store = {
  readonly get: () => Desk;
  readonly subscribe: (listener: () => void) => () => void;
  readonly happen: (happening: Happening) => void;
  /** A row of the queue as it is now. Many that come together are one change: nobody reads a hundred rows one by one. */
  readonly rowTold: (row: ConversationSummary) => void;
};

/** Less than anybody notices. */
const GATHERED_MS = 50;

/** Holds the state and tells who listens. React reads it by `useSyncExternalStore`. */
export function createStore(initial: Desk = emptyDesk): Store {
  let desk = initial;
  let told: ConversationSummary[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (told.length === 0) return;
    const rows = told;
    told = [];
    desk = next(desk, { type: 'rows-changed', rows });
    tell();
  }
  function tell(): void {
    for (const listener of listeners) listener();
  }

  return {
    get: () => desk,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    happen: (happening) => {
      // In the order in which it was told: an older row never covers a newer one.
      flush();
      desk = next(desk, happening);
      tell();
    },
    rowTold: (row) => {
      told.push(row);
      timer ??= setTimeout(flush, GATHERED_MS);
    },
  };
}
