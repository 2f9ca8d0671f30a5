import type { RejectionReason } from '@countersign/claims';
import type { EmbedView, Problem, SessionView } from '@countersign/contracts';

/** Why the last proof opened nothing: the service's reason, and the attempt whose trace says more. */
export type Refusal = {
  /** Why the proof was refused, or what the service answered otherwise; `key_unavailable`: no keys without https. */
  readonly reason: RejectionReason | Problem['code'] | 'unreachable' | 'key_unavailable';
  readonly attempt: string | null;
};

/** Who this window speaks as, and how that stands. */
export type IdentityState = {
  readonly config: EmbedView | null;
  readonly phase:
    | 'starting'
    /** Nobody has begun: the consumer may open the chat. */
    | 'idle'
    | 'proving'
    | 'open'
    | 'refused'
    | 'declined'
    /** The session ended; nothing of it is kept. */
    | 'ended'
    /** The chat cannot run on this page. */
    | 'unavailable';
  readonly session: SessionView | null;
  readonly refusal: Refusal | null;
};

export const initialIdentity: IdentityState = {
  config: null,
  phase: 'starting',
  session: null,
  refusal: null,
};
