const LONGEST_MS = 12 * 3_600_000;

/** Until when the service may renew by itself: twelve hours after the host proved the consumer. */
export const renewableUntil = (hostProofAt: Date): Date => new Date(hostProofAt.getTime() + LONGEST_MS);
