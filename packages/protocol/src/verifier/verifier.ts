import { checks } from '../checks/index.js';
import { type CheckList, linesOf } from '../checks/list.js';
import { type Opener, openEnvelope } from '../envelope/open-envelope.js';
import type { CheckInfo } from '../step.js';

/** What a proof is judged by: a list of checks, and how an envelope is opened. */
export type Verifier = {
  readonly checks: CheckList;
  readonly open: Opener;
  /** What the trace says, in order; and of a token without an envelope, what it leaves out. */
  readonly lines: readonly CheckInfo[];
  readonly sealing: readonly CheckInfo[];
};

/** A verifier is nothing but its list. Tests compose weaker ones, to see that each check is needed. */
export const verifierOf = (checks: CheckList, open: Opener = openEnvelope): Verifier => ({
  checks,
  open,
  lines: linesOf(checks),
  sealing: [...checks.envelope, ...checks.decryption, ...checks.content],
});

/** The one that judges. */
export const standard: Verifier = verifierOf(checks);
