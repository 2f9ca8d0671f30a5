import { useEffect, useRef } from 'react';
import { useDesk } from '../desk/desk-context';
import { useThread } from '../desk/use-thread';

/** Opened at a line: earlier ones are fetched until it is here; then it is in sight and has the focus, once. */
export function useOpenedAt(id: string, at: number | null): void {
  const desk = useDesk();
  const { messages } = useThread(id);
  const first = messages[0]?.number;
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (at === null || first === undefined || shown.current === at) return;
    if (first > at) {
      void desk.earlier(id);
      return;
    }
    shown.current = at;
    const line = document.querySelector<HTMLElement>(`[data-testid=message][data-number="${at}"]`);
    line?.setAttribute('tabindex', '-1');
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'center' });
  }, [desk, id, at, first]);
}
