import type { Assurance } from '@countersign/claims';
import type { SessionView } from '@countersign/contracts';

type Times = Pick<SessionView, 'assurance' | 'renewFrom' | 'holdsUntil' | 'graceUntil'>;

/** The moments at which a session's standing changes, by the service's clock. None: nobody is proven. */
export const momentsOf = ({ renewFrom, holdsUntil, graceUntil }: Times) =>
  renewFrom === null || holdsUntil === null || graceUntil === null
    ? undefined
    : { due: Date.parse(renewFrom), stale: Date.parse(holdsUntil), ended: Date.parse(graceUntil) };

/** How sure the service is at a moment. Nobody has to be asked: a proof grows old by the clock alone. */
export function standingAt(session: Times, now: number): Assurance {
  const moments = momentsOf(session);
  if (!moments) return session.assurance;
  if (now >= moments.ended) return 'ended';
  if (now >= moments.stale) return 'stale';
  return now >= moments.due ? 'due' : 'verified';
}

/** Whose session it is: two of one person, or of one browser before anybody is known, have it in common. */
export const speakerOf = ({ consumer, family }: Pick<SessionView, 'consumer' | 'family'>): string =>
  consumer ?? family;
