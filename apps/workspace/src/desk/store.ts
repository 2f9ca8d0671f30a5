import type { Happening } from './happening';
import { next } from './next';
import { type Desk, emptyDesk } from './state';

export type Store = {
  readonly get: () => Desk;
  readonly subscribe: (listener: () => void) => () => void;
  readonly happen: (happening: Happening) => void;
};

/** Holds the state and tells who listens. React reads it by `useSyncExternalStore`. */
export function createStore(initial: Desk = emptyDesk): Store {
  let desk = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => desk,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    happen: (happening) => {
      desk = next(desk, happening);
      for (const listener of listeners) listener();
    },
  };
}
