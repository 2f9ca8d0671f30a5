import { rejectionReasons } from '@countersign/claims';
import type { AttemptSummary, ConnectionHealth } from '@countersign/contracts';

/** What became of a proof, in a sentence. Names of claims stand between backticks. */
export function outcomeWords({ outcome, reason }: Pick<AttemptSummary, 'outcome' | 'reason'>): string {
  if (outcome === 'verified') return 'Verified';
  if (outcome === 'declined') return 'Declined: nobody signed in.';
  return reason ? `Refused: ${rejectionReasons[reason]}` : 'Refused.';
}

const times = (count: number, what: string) => `${count.toLocaleString('en-GB')} ${what}`;

/** The last hour of a connection; null where nothing came. */
export function hourWords({ hour: { verified, declined, rejected } }: ConnectionHealth): string | null {
  const parts = [
    rejected > 0 && times(rejected, 'refused'),
    verified > 0 && times(verified, 'verified'),
    declined > 0 && times(declined, 'declined'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : `${parts.join(', ')} in the last hour`;
}

/** A connection that only refuses is broken; one that sometimes does may have a visitor who tries things. */
export function condition({ latest, hour }: ConnectionHealth): 'silent' | 'well' | 'mixed' | 'broken' {
  if (!latest) return 'silent';
  if (hour.rejected === 0) return latest.outcome === 'rejected' ? 'mixed' : 'well';
  return hour.verified === 0 ? 'broken' : 'mixed';
}

export const milliseconds = (duration: number): string =>
  duration < 1 ? 'under 1 ms' : `${Math.round(duration).toLocaleString('en-GB')} ms`;
