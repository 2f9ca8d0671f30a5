import type { AttemptPage } from '@countersign/contracts';

/**
 * What is shown, and the latest page read anew: new ones come on top, older ones that were loaded by hand stay. Where
 * the two do not meet, what was shown is too old to stay below: a gap would look like silence.
 */
export function mergeLatest(shown: AttemptPage | null, latest: AttemptPage): AttemptPage {
  if (!shown) return latest;
  const newest = new Set(latest.attempts.map(({ id }) => id));
  const meets = shown.attempts.some(({ id }) => newest.has(id)) || latest.next === null;
  if (!meets) return latest;
  const older = shown.attempts.filter(({ id }) => !newest.has(id) && id < (latest.attempts.at(-1)?.id ?? ''));
  return older.length === 0 ? latest : { attempts: [...latest.attempts, ...older], next: shown.next };
}

export const appendOlder = (shown: AttemptPage, older: AttemptPage): AttemptPage => ({
  attempts: [...shown.attempts, ...older.attempts],
  next: older.next,
});
