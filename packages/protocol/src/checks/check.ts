import type { IdTokenClaims } from '@countersign/claims';
import type { JoseHeader } from '../envelope/header.js';
import type { AttemptToJudge, ProofPolicy } from '../policy.js';
import type { Rejection } from '../rejection.js';
import type { CheckInfo } from '../step.js';

/** All a check may look at. `now` is an argument: no check knows a clock. */
export type Judged = {
  readonly header: JoseHeader;
  readonly claims: IdTokenClaims;
  readonly policy: ProofPolicy;
  readonly attempt: AttemptToJudge;
  readonly now: Date;
  /** Present in Code Flow. */
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
};

/** One thing that must be true. Answers a rejection, or nothing. */
export type Check = CheckInfo & {
  readonly run: (judged: Judged) => Rejection | undefined | Promise<Rejection | undefined>;
};

export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
