import type { TraceStep } from '@countersign/claims';
import type { Check, QuickCheck } from '../checks/check.js';
import type { Rejection } from '../rejection.js';
import { type CheckInfo, failed, passed, skipped } from '../step.js';

type Answer = Rejection | undefined;

/** Asks one check after the other until one refuses; each leaves its line. */
export function ask<Subject>(
  checks: readonly QuickCheck<Subject>[],
  subject: Subject,
  made: TraceStep[],
): Answer {
  for (const check of checks) {
    const rejection = note(check, check.run(subject), made);
    if (rejection) return rejection;
  }
  return undefined;
}

/** The same for checks of which some have to be waited for: only those are. */
export async function askSlowly<Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
  made: TraceStep[],
): Promise<Answer> {
  for (const check of checks) {
    const answer = check.run(subject);
    const rejection = note(check, answer instanceof Promise ? await answer : answer, made);
    if (rejection) return rejection;
  }
  return undefined;
}

function note(check: CheckInfo, rejection: Answer, made: TraceStep[]): Answer {
  made.push(rejection ? failed(check, rejection) : passed(check));
  return rejection;
}

/** What was not reached stands in the trace as skipped: the reader sees how far it came. */
export function withRest(made: readonly TraceStep[], lines: readonly CheckInfo[]): readonly TraceStep[] {
  if (made.length === lines.length) return made;
  const done = new Set(made.map(({ check }) => check));
  return [...made, ...lines.filter(({ name }) => !done.has(name)).map(skipped)];
}
