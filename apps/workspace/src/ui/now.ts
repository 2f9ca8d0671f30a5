import { useSyncExternalStore } from 'react';

type Subscribe = (listener: () => void) => () => void;
const tickers = new Map<number, Subscribe>();

/** One timer per step for the whole page, and none while nobody looks. */
function ticker(step: number): Subscribe {
  const known = tickers.get(step);
  if (known) return known;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const subscribe: Subscribe = (listener) => {
    listeners.add(listener);
    timer ??= setInterval(() => {
      for (const each of listeners) each();
    }, step);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
  tickers.set(step, subscribe);
  return subscribe;
}

/** The wall clock, in steps: a component that shows a time draws itself again when it changes. */
export const useNow = (step = 1_000): number =>
  useSyncExternalStore(
    ticker(step),
    () => Math.floor(Date.now() / step) * step + step,
    () => 0,
  );
