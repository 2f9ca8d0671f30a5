import type { Assurance, CardKind, RejectionReason, Relaxation } from '@countersign/claims';
import type { StepUp } from '../connections/index.js';

/** A session as it is at this moment: the row was read just now, the assurance is a function of the clock. */
export type LiveSession = {
  readonly brandId: string;
  readonly brandSlug: string;
  readonly sessionId: string;
  readonly connectionId: string;
  readonly connectionKey: string;
  readonly connectionLabel: string;
  readonly relaxed: readonly Relaxation[];
  readonly minimum: 'anonymous' | 'verified';
  readonly origin: string;
  readonly keyThumbprint: string;
  readonly familyId: string;
  readonly consumerId: string | null;
  /** Never sent to a page: what `signedInAs` is compared with. */
  readonly subject: string | null;
  readonly displayName: string | null;
  readonly nameSealed: boolean;
  readonly issuerUrl: string | null;
  readonly issuerLabel: string | null;
  readonly assurance: Assurance;
  readonly openedAt: Date;
  readonly verifiedAt: Date | null;
  readonly holdsUntil: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** The provider's own session, and when and how the consumer signed in there, where the proof said so. */
  readonly sid: string | null;
  readonly authenticatedAt: Date | null;
  readonly acr: string | null;
  /** What the connection may demand of them anew. */
  readonly stepUp: StepUp | null;
  /** Which kinds of cards want that. */
  readonly stepUpFor: readonly CardKind[];
  readonly rejected: RejectionReason | null;
  readonly attemptId: string | null;
};

/** What tells which conversations a session may call its own. */
export type Speaker = Pick<LiveSession, 'brandId' | 'sessionId' | 'familyId' | 'consumerId'>;

/** By the clock too, before anybody has written down that it ended. */
export const isOver = ({ assurance }: Pick<LiveSession, 'assurance'>): boolean =>
  assurance === 'ended' || assurance === 'revoked';
