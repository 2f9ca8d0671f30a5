import { useEffect, useEffectEvent } from 'react';

/** Looks again each time so many milliseconds have gone by, as long as somebody looks. Null: never. */
export function useEvery(everyMs: number | null, look: () => void): void {
  const act = useEffectEvent(look);
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') act();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
