import type { Measured } from '../measure/rounds.js';
import { FLAT_BYTES_EACH } from '../memory/memory.js';
import { FLAT_BYTES_EACH_LOGIN } from '../stand-in/growth.js';
import { historyGoals, messageGoals, planGoals, processGoals, socketGoals } from './chat-goals.js';
import type { Figures } from './figures.js';
import { times } from './table.js';

export type Goal = {
  readonly what: string;
  readonly is: number;
  readonly goal: string;
  readonly met: boolean;
};

/** Of the throughput of bare `jose`, with trace and all checks on. */
const LEAST_RATIO = 0.85;

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

/** Of the logins of bare oidc-provider, with everything that puts its answers into other words. */
const LEAST_LOGINS = 0.7;

function standInGoals({ starts, logins, growth }: Partial<Figures>): readonly Goal[] {
  // Ours is the first among the starts, and the second among the logins: there oidc-provider is the measure.
  const start = starts?.measured[0]?.ratio.median;
  const login = logins?.measured[1]?.ratio.median;
  return [
    ...(start === undefined
      ? []
      : [{ what: 'start to first answer', is: start, goal: 'at most 1 of the fastest', met: start <= 1 }]),
    ...(login === undefined
      ? []
      : [
          { what: 'logins', is: login, goal: `at least ${LEAST_LOGINS} of bare`, met: login >= LEAST_LOGINS },
        ]),
    ...(growth === undefined
      ? []
      : [
          {
            what: `memory of ${growth.logins.toLocaleString('en-GB')} logins`,
            is: growth.bytesEach,
            goal: `at most ${FLAT_BYTES_EACH_LOGIN} bytes each`,
            met: growth.flat,
          },
        ]),
  ];
}

/** What was promised, and whether it held in this run. */
export const goalsOf = ({
  signed = [],
  sealed = [],
  memory,
  messages,
  sockets,
  history,
  processes,
  plans,
  ...standIn
}: Partial<Figures>): readonly Goal[] => [
  ...signed.map(({ algorithm, atOnce, measured }) => ratioGoal(algorithm, atOnce, measured)),
  ...sealed.map(({ envelope, atOnce, measured }) => ratioGoal(envelope, atOnce, measured)),
  ...(memory ? [flatGoal(memory)] : []),
  ...standInGoals(standIn),
  ...(messages ? messageGoals(messages) : []),
  ...(sockets ? socketGoals(sockets) : []),
  ...(history ? historyGoals(history) : []),
  ...(processes ? processGoals(processes) : []),
  ...(plans ? planGoals(plans) : []),
];
