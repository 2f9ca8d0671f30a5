/** Longer than the line takes to say why, and too short to be noticed. */
const REASON_WITHIN_MS = 1_000;

const known = new Set(['agent_session_required', 'agent_removed']);

type Door = {
  readonly leaveFor: (problem: string) => void;
  /** A line that is up will say why the session ended. */
  readonly isLive: () => boolean;
};

/** Who may leave the desk: once, and with the reason. A read that is refused knows none; the line does, in a moment. */
export function leaving({ leaveFor, isLive }: Door) {
  let left = false;
  let quiet = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const leave = (problem: string) => {
    clearTimeout(waiting);
    waiting = undefined;
    if (left || quiet) return;
    left = true;
    leaveFor(problem);
  };
  return {
    leave,
    /** The session is over, as a read or the line says it. */
    ended(why: string): void {
      const problem = known.has(why) ? why : 'session_ended';
      const mayBeTold = why === 'agent_session_required' && isLive();
      if (mayBeTold) waiting ??= setTimeout(() => leave(problem), REASON_WITHIN_MS);
      else leave(problem);
    },
    /** While something is done of which the end of the session is no news. */
    async quietly<Done>(work: () => Promise<Done>): Promise<Done> {
      quiet = true;
      try {
        return await work();
      } finally {
        quiet = false;
      }
    },
  };
}
