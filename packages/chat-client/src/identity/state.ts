import type { Assurance, RejectionReason } from '@countersign/claims';
import type { EmbedView, Problem, SessionView } from '@countersign/contracts';
import { ChatProblem } from '../api.js';

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
  /**
   * How sure the service is now, as the device knows it by the service's clock: a proof grows old without anybody
   * telling. `ended`: nothing of the session may be shown any more.
   */
  readonly standing: Assurance | null;
  /**
   * Of the proof that is to follow. `asking`: under way. `click`: it cannot be silent, so the consumer is asked to stay
   * signed in. `failed`: it did not come, and is asked for again by itself; a click may be faster.
   */
  readonly renewal: 'none' | 'asking' | 'click' | 'failed';
  readonly refusal: Refusal | null;
};

export const initialIdentity: IdentityState = {
  config: null,
  phase: 'starting',
  session: null,
  standing: null,
  renewal: 'none',
  refusal: null,
};

export function refusalOf(error: unknown): Refusal {
  if (error instanceof ChatProblem)
    return { reason: error.problem?.reason ?? error.code, attempt: error.problem?.attempt ?? null };
  // No call failed, so no key could be made: browsers have `crypto.subtle` on secure pages only.
  return { reason: 'key_unavailable', attempt: null };
}
