import type { TraceStep } from '@countersign/claims';
import type { Rejection } from './rejection.js';

/** What a check is called and what it says: the line it has in every trace. */
export type CheckInfo = { readonly name: string; readonly sentence: string; readonly clause?: string };

const named = ({ name, sentence, clause }: CheckInfo) => ({
  check: name,
  sentence,
  ...(clause === undefined ? {} : { clause }),
});

export const passed = (info: CheckInfo): TraceStep => ({ ...named(info), outcome: 'passed' });
export const skipped = (info: CheckInfo): TraceStep => ({ ...named(info), outcome: 'skipped' });
export const failed = (info: CheckInfo, { expected, seen }: Rejection): TraceStep => ({
  ...named(info),
  outcome: 'failed',
  ...(expected === undefined ? {} : { expected }),
  ...(seen === undefined ? {} : { seen }),
});
