import type { TraceStep } from '@countersign/claims';
import type { Rejection } from './rejection.js';

/** What a check is called and what it says: the line it has in every trace. */
export type CheckInfo = { readonly name: string; readonly sentence: string; readonly clause?: string };

const named = ({ name, sentence, clause }: CheckInfo) => ({
  check: name,
  sentence,
  ...(clause === undefined ? {} : { clause }),
});

/** One line for each check and outcome, made once: most lines of most traces are the same. */
const lineOf = (outcome: 'passed' | 'skipped' | 'not_tried') => {
  const made = new WeakMap<CheckInfo, TraceStep>();
  return (info: CheckInfo): TraceStep => {
    const known = made.get(info);
    if (known) return known;
    const line = Object.freeze({ ...named(info), outcome });
    made.set(info, line);
    return line;
  };
};

export const passed = lineOf('passed');
export const skipped = lineOf('skipped');
export const notTried = lineOf('not_tried');
export const failed = (info: CheckInfo, { expected, seen }: Rejection): TraceStep => ({
  ...named(info),
  outcome: 'failed',
  ...(expected === undefined ? {} : { expected }),
  ...(seen === undefined ? {} : { seen }),
});
