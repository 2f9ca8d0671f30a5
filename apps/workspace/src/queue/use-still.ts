import { useEffect, useRef, useState } from 'react';

/**
 * The value as it was when the pointer was pressed, until it is let go. A row that moves away in between is not opened:
 * to the browser, press and release on two rows are no click.
 */
export function useStill<Value>(value: Value): Value {
  const [held, setHeld] = useState<{ readonly value: Value } | null>(null);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  useEffect(() => {
    const hold = () => setHeld({ value: latest.current });
    // After the click, which comes behind the release.
    const letGo = () => setTimeout(() => setHeld(null));
    addEventListener('pointerdown', hold, true);
    addEventListener('pointerup', letGo, true);
    addEventListener('pointercancel', letGo, true);
    return () => {
      removeEventListener('pointerdown', hold, true);
      removeEventListener('pointerup', letGo, true);
      removeEventListener('pointercancel', letGo, true);
    };
  }, []);
  return held ? held.value : value;
}
