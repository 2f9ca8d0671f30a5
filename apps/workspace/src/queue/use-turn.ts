import { useEffect, useState } from 'react';
import { createTurns } from './turns';

/** What so many rows say is drawn within a frame, with time left for everything else. */
const ROWS_IN_FRAME = 6;

const turns = createTurns(ROWS_IN_FRAME, (run) => void requestAnimationFrame(run));

/** Whether it is this one's turn to be drawn: soon after it has come, and from then on. */
export function useTurn(atOnce: boolean): boolean {
  const [has, setHas] = useState(atOnce);
  useEffect(() => (has ? undefined : turns.waitFor(() => setHas(true))), [has]);
  return has;
}
