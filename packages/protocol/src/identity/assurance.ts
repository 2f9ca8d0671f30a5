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

/** From when on a new proof is worth asking for: 80 % of the time it holds. */
export const dueFrom = (verifiedAt: Date, holdsUntil: Date): Date =>
  new Date(verifiedAt.getTime() + (holdsUntil.getTime() - verifiedAt.getTime()) * DUE_FROM);

/** Until when what waits is still sent after a new proof. */
export const graceUntil = (holdsUntil: Date): Date => new Date(holdsUntil.getTime() + GRACE_MS);

/** How sure we are now. A function of the clock: nothing has to run for a proof to grow old. */
export function assuranceAt(
  { verifiedAt, holdsUntil, endedAt, endReason }: SessionTimes,
  now: Date,
): Assurance {
  if (endedAt !== null) return endReason === 'revoked' ? 'revoked' : 'ended';
  if (verifiedAt === null || holdsUntil === null) return 'anonymous';
  if (now >= graceUntil(holdsUntil)) return 'ended';
  if (now >= holdsUntil) return 'stale';
  return now >= dueFrom(verifiedAt, holdsUntil) ? 'due' : 'verified';
}

/** Whether the session counts as that of a proven person. */
export const isVerified = (assurance: Assurance): boolean => assurance === 'verified' || assurance === 'due';

export const admits = (minimum: 'anonymous' | 'verified', assurance: Assurance): boolean =>
  minimum === 'anonymous' || isVerified(assurance);
