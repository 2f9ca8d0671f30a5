import type { AuthorizationStore } from './store.js';

type Kept = { readonly record: string; readonly expiresAt: number; used: number };

const SWEEP_AT = 1_000;
/** Anybody can begin a sign-in, so of those that wait there are never more than fit. */
const MOST = 50_000;

/**
 * A store for one process, which forgets with it: codes live a minute, so a restart costs nobody but them.
 * @param most records, of which the oldest sign-ins that wait give way
 */
export function memoryStore(now: () => Date = () => new Date(), most = MOST): AuthorizationStore {
  const kept = new Map<string, Kept>();
  let sweepAt = SWEEP_AT;
  const alive = (key: string): Kept | undefined => {
    const found = kept.get(key);
    return found && found.expiresAt > now().getTime() ? found : undefined;
  };
  const sweep = () => {
    const time = now().getTime();
    for (const [key, { expiresAt }] of kept) if (expiresAt <= time) kept.delete(key);
    sweepAt = Math.max(SWEEP_AT, kept.size * 2);
  };
  /** What a stranger left behind goes first; codes, tokens and sign-outs stay. */
  const makeRoom = () => {
    for (const key of kept.keys()) if (key.startsWith('waiting:')) return kept.delete(key);
    return false;
  };
  return {
    async put(key, record, expiresAt) {
      if (kept.size >= sweepAt) sweep();
      if (kept.size >= most) makeRoom();
      kept.set(key, { record: JSON.stringify(record), expiresAt: expiresAt.getTime(), used: 0 });
    },
    async get(key) {
      const found = alive(key);
      return found && JSON.parse(found.record);
    },
    async use(key) {
      const found = alive(key);
      if (!found) return undefined;
      const before = found.used;
      found.used += 1;
      return { record: JSON.parse(found.record), before };
    },
  };
}
