import { catalogue, type FaultName, families } from './catalogue.js';
import type { Fault } from './fault.js';
import type { ListedFault } from './input.js';

/** The whole catalogue, in the order it is printed. */
export const listed: readonly ListedFault[] = Object.entries(families).flatMap(([family, rows]) =>
  (Object.keys(rows) as FaultName[]).map((name) => {
    const { at, why, expect, judge, needs }: Fault = catalogue[name];
    return { name, family, at, why, expect, judge: judge ?? 'service', ...(needs ? { needs } : {}) };
  }),
);
