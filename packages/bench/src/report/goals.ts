import type { Measured } from '../measure/rounds.js';
import { FLAT_BYTES_EACH } from '../memory/memory.js';
import type { Figures } from './figures.js';
import { times } from './table.js';

export type Goal = {
  readonly what: string;
  readonly is: number;
  readonly goal: string;
  readonly met: boolean;
};

/** Of the throughput of bare `jose`, with trace and all checks on. */
export const LEAST_RATIO = 0.85;

function ratioGoal(what: string, atOnce: number, [, ours]: readonly Measured[]): Goal {
  // The first contender is whom the others are compared with; the second is ours.
  const is = ours?.ratio.median ?? Number.NaN;
  return {
    what: `${what}, ${times(atOnce)}`,
    is,
    goal: `at least ${LEAST_RATIO} of jose`,
    met: is >= LEAST_RATIO,
  };
}

const flatGoal = ({ verifications, bytesEach, flat }: NonNullable<Figures['memory']>): Goal => ({
  what: `memory of ${verifications.toLocaleString('en-GB')} verifications`,
  is: bytesEach,
  goal: `at most ${FLAT_BYTES_EACH} bytes each`,
  met: flat,
});

/** What was promised, and whether it held in this run. */
export const goalsOf = ({ signed = [], sealed = [], memory }: Partial<Figures>): readonly Goal[] => [
  ...signed.map(({ algorithm, atOnce, measured }) => ratioGoal(algorithm, atOnce, measured)),
  ...sealed.map(({ envelope, atOnce, measured }) => ratioGoal(envelope, atOnce, measured)),
  ...(memory ? [flatGoal(memory)] : []),
];
