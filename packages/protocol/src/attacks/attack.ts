import type { RejectionReason } from '@countersign/claims';
import type { JWK } from 'jose';
import type { ProofPolicy } from '../policy.js';
import type { HonestName } from './honest.js';
import type { Keyring } from './keyring.js';
import type { Signer } from './signers.js';

export type Members = Readonly<Record<string, unknown>>;

/** What is spoilt, from the inside out. What a change does not name stays as the honest proof has it. */
export type Change = {
  readonly header?: (header: Members) => Members;
  readonly claims?: (claims: Members) => Members;
  /** The payload as text or bytes, for what no object can say. */
  readonly payload?: (text: string) => string | Uint8Array;
  readonly signWith?: Signer;
  /** The signed token, spoilt before it is sealed. */
  readonly signed?: (token: string) => string | Uint8Array;
  /** The header of the envelope, before it is sealed. */
  readonly outer?: (header: Members) => Members;
  /** Seals to a key of somebody else. */
  readonly toStranger?: true;
  /** The finished token, spoilt on the way. */
  readonly finished?: (token: string) => string;
  /** What the issuer publishes. */
  readonly keys?: (published: readonly JWK[], ring: Keyring) => readonly JWK[];
  /** What the connection demands. */
  readonly rules?: Partial<ProofPolicy>;
  /** Presented so many seconds later, or to an attempt begun so many seconds later. */
  readonly later?: number;
  readonly attemptLater?: number;
  /** What comes with the token in Code Flow. */
  readonly accessToken?: string;
  readonly code?: string;
};

/** One way to lie, as data: how an honest proof is spoilt, where that must end, and which check finds it. */
export type Attack = {
  readonly why: string;
  readonly expect: RejectionReason;
  readonly check: string;
  /** The honest proof it spoils. */
  readonly of: HonestName;
  /** Several are one lie in other letters: each is refused, and all count once. */
  readonly changes: readonly Change[];
};

type Row = (why: string, ...changes: readonly Change[]) => Attack;

/** Rows that one check finds for one reason. */
export const foundBy =
  (check: string, expect: RejectionReason, of: HonestName = 'signed'): Row =>
  (why, ...changes) => ({ why, expect, check, of, changes });
