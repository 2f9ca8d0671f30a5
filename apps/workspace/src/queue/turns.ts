export type Turns = {
  /** Runs when it is its turn. Answers how to leave the line. */
  readonly waitFor: (turn: () => void) => () => void;
};

/** Turns in the order they were asked for, so many in a frame; whoever leaves takes nobody's place. */
export function createTurns(inFrame: number, nextFrame: (run: () => void) => void): Turns {
  const line = new Set<() => void>();
  let isRunning = false;
  const run = () => {
    for (const turn of [...line].slice(0, inFrame)) {
      line.delete(turn);
      turn();
    }
    isRunning = line.size > 0;
    if (isRunning) nextFrame(run);
  };
  return {
    waitFor(turn) {
      line.add(turn);
      if (!isRunning) nextFrame(run);
      isRunning = true;
      return () => line.delete(turn);
    },
  };
}
