import type { ConnectionHealth } from '@countersign/contracts';

/** A connection that only refuses is broken; one that sometimes does may have a visitor who tries things. */
export function condition({ latest, hour }: ConnectionHealth): 'silent' | 'well' | 'mixed' | 'broken' {
  if (!latest) return 'silent';
  if (hour.rejected === 0) return latest.outcome === 'rejected' ? 'mixed' : 'well';
  return hour.verified === 0 ? 'broken' : 'mixed';
}
