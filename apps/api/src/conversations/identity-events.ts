import type { IdentityEvent } from '@countersign/contracts';
import type { LiveSession } from '../identity/index.js';

type Kind = IdentityEvent['kind'];

/** Somebody else is in front of the screen: who came is not the business of who was here before. */
export const switched: Omit<IdentityEvent, 'at'> = {
  kind: 'switched',
  issuerLabel: null,
  connection: null,
  reason: null,
  attempt: null,
};

/** Somebody asks: it says nothing of who they are. */
export const requested = (connection: string): Omit<IdentityEvent, 'at'> => ({
  kind: 'requested',
  issuerLabel: null,
  connection,
  reason: null,
  attempt: null,
});

/** How a session stands in the history: by whom it was vouched for, by which way, by which attempt. */
export const eventOf = (kind: Kind, session: LiveSession): Omit<IdentityEvent, 'at'> => ({
  kind,
  issuerLabel: session.issuerLabel,
  connection: session.connectionKey,
  reason: session.rejected,
  attempt: session.attemptId,
});

/** How a conversation's first session came. */
export const beginningOf = (session: LiveSession): Kind => {
  if (session.consumerId !== null) return 'verified';
  return session.rejected === null ? 'anonymous' : 'rejected';
};

/** Why a session ended, as an agent is told it. */
export const endingOf = (why: string): Kind => {
  if (why === 'signed_out' || why === 'switched' || why === 'revoked') return why;
  return 'ended';
};
