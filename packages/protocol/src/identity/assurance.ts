import type { Assurance } from '@countersign/claims';

export type SessionTimes = {
  /** Null: anonymous. */
  readonly verifiedAt: Date | null;
  readonly holdsUntil: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
};

const DUE_FROM = 0.8;
export const GRACE_MS = 10 * 60_000;

/** How sure we are now. A function of the clock: nothing has to run for a proof to grow old. */
export function assuranceAt(
  { verifiedAt, holdsUntil, endedAt, endReason }: SessionTimes,
  now: Date,
): Assurance {
  if (endedAt !== null) return endReason === 'revoked' ? 'revoked' : 'ended';
  if (verifiedAt === null || holdsUntil === null) return 'anonymous';
  const [begin, end, at] = [verifiedAt.getTime(), holdsUntil.getTime(), now.getTime()];
  if (at >= end + GRACE_MS) return 'ended';
  if (at >= end) return 'stale';
  return at >= begin + (end - begin) * DUE_FROM ? 'due' : 'verified';
}

/** Whether the session counts as that of a proven person. */
export const isVerified = (assurance: Assurance): boolean => assurance === 'verified' || assurance === 'due';

export const admits = (minimum: 'anonymous' | 'verified', assurance: Assurance): boolean =>
  minimum === 'anonymous' || isVerified(assurance);
