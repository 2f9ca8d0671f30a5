/** Of the time from when a proof is due until it ends: what remains is for second tries. */
const FIRST_TRIES = 0.75;

/** When to ask for a new proof. Ten thousand that fall due in one second are asked for all over the time that remains. */
export const firstAskAt = (moments: { due: number; stale: number }, now: number, random: number): number => {
  const from = Math.max(moments.due, now);
  return from + random * FIRST_TRIES * Math.max(0, moments.stale - from);
};

/** How long to wait before try number `tries` (from 1): anywhere up to a limit that doubles, so that no two agree. */
export const backoff = (
  tries: number,
  { base, cap }: { base: number; cap: number },
  random: number,
): number => random * Math.min(cap, base * 2 ** (tries - 1));
