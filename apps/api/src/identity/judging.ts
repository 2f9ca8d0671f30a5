import type { TraceStep, Verdict } from '@countersign/claims';
import type { Rejection } from '@countersign/protocol';
import { shellSteps, stepFailed, stepPassed } from '@countersign/protocol';
import type { Evidence } from './evidence.service.js';

/** A proof that got as far as it got: verdict, steps, and what the session needs. */
export type Judged = {
  readonly verdict: Verdict;
  readonly steps: readonly TraceStep[];
  readonly fingerprints: readonly string[];
  readonly keyId: string | undefined;
  /** Absent where there was no token to look at. */
  readonly evidence?: Evidence;
  /** What the provider would renew it for. Kept sealed, with the session. */
  readonly refreshToken?: string;
  readonly userinfo: Readonly<Record<string, unknown>> | undefined;
  readonly notes: readonly string[];
};

type ShellStep = keyof typeof shellSteps;

/** Gathers the lines of the trace that the shell makes itself. */
export class Steps {
  readonly made: TraceStep[] = [];

  passed(name: ShellStep): void {
    this.made.push(stepPassed(shellSteps[name]));
  }

  failed(name: ShellStep, rejection: Rejection): Judged {
    this.made.push(stepFailed(shellSteps[name], rejection));
    return {
      verdict: { kind: 'rejected', reason: rejection.reason },
      steps: this.made,
      fingerprints: [],
      keyId: undefined,
      userinfo: undefined,
      notes: [],
    };
  }
}
