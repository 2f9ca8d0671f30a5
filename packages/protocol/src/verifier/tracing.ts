import type { TraceStep } from '@countersign/claims';
import type { Check } from '../checks/check.js';
import type { Rejection } from '../rejection.js';
import { type CheckInfo, failed, passed, skipped } from '../step.js';

type Answer = Rejection | undefined;

/** Asks one check after the other until one refuses; each leaves its line. Waits only for those that have to. */
export function ask<Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
  made: TraceStep[],
): Answer | Promise<Answer> {
  let asked = 0;
  for (const check of checks) {
    asked++;
    const answer = check.run(subject);
    if (answer instanceof Promise)
      return answer.then((late) => note(check, late, made) ?? ask(checks.slice(asked), subject, made));
    if (note(check, answer, made)) return answer;
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
