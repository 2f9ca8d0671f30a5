import type { RejectionReason } from '@countersign/claims';
import type { ProofPolicy } from '../policy.js';

export type Members = Readonly<Record<string, unknown>>;

/** What the signature is made with. `nothing` leaves it empty; `public-key-as-secret` is an HMAC under the published key. */
export type SignedWith = 'published-key' | 'unpublished-key' | 'public-key-as-secret' | 'nothing';

/** What the signed token is encrypted to, and what the outer header says beside. */
export type Wrapping = { readonly to: 'published-key' | 'unpublished-key'; readonly header?: Members };

/** One way to lie, as data: how an honest token is spoilt, and where that must end. */
export type Attack = {
  readonly why: string;
  readonly expect: RejectionReason;
  /** The step of the trace that finds it. */
  readonly check: string;
  /** What the connection must demand for this to be wrong at all. */
  readonly demands?: Partial<ProofPolicy>;
  readonly header?: (header: Members) => Members;
  readonly claims?: (claims: Members) => Members;
  /** The payload as text, for what no object can say. */
  readonly payload?: (text: string) => string;
  readonly signWith?: SignedWith;
  /** The signed token, spoilt afterwards. */
  readonly signed?: (token: string) => string;
  readonly wrap?: Wrapping;
  /** The finished token, spoilt afterwards. */
  readonly finished?: (token: string) => string;
};
