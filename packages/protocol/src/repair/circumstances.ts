import type { RejectionReason } from '@countersign/claims';
import type { AttemptToJudge, ProofPolicy } from '../policy.js';
import type { Signer } from './signer.js';
import type { Unbelieved } from './unbelieved.js';

/** What the shell knows of the brand beyond the connection that was used. */
export type Surroundings = {
  /** Clients with which the brand's site signs its own customers in. A token for one of them is the commonest mistake. */
  readonly loginClientIds?: readonly string[];
  readonly otherConnections?: readonly {
    readonly key: string;
    readonly audience: string;
    readonly issuer: string;
  }[];
  readonly encryptionKeys?: { readonly url: string; readonly ids: readonly string[] };
  /** Who made the signature, where it was looked for. */
  readonly signer?: Signer | undefined;
};

/** A refusal, and all around it that may say why. */
export type Circumstances = {
  readonly reason: RejectionReason;
  readonly policy: ProofPolicy;
  readonly now: Date;
  /** Absent in the token tester. */
  readonly attempt?: AttemptToJudge | undefined;
  readonly token?: Unbelieved | undefined;
  readonly around: Surroundings;
};

/** A hint for one kind of refusal; nothing, where there is no more to say than of every such refusal. */
export type Repair = (circumstances: Circumstances) => string | undefined;

export const claimOf = ({ token }: Circumstances, name: string): unknown => token?.claims?.[name];
/** Of the signed token: the innermost. */
export const headerOf = ({ token }: Circumstances, name: string): unknown => token?.headers.at(-1)?.[name];
