import type { Carried } from '../chat/contest.js';
import type { MessagesResult } from '../chat/messages.js';
import { MOST_BYTES, MOST_RATIO, type SocketsResult } from '../chat/sockets.js';
import type { Measured } from '../measure/rounds.js';
import { FLAT_BYTES_EACH } from '../memory/memory.js';
import { FLAT_BYTES_EACH_LOGIN } from '../stand-in/growth.js';
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

/** Of the logins of bare oidc-provider, with everything that puts its answers into other words. */
export const LEAST_LOGINS = 0.7;

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

/** Of the throughput of bare socket.io with an INSERT each, with everything on. */
export const LEAST_MESSAGES = 2;
/** Where the chat is judged. */
const JUDGED_AT = 100;

/** Our delay by another's: above one, ours is longer. */
const delayGoal = (carried: Carried, other: Carried): Goal => {
  const is = carried.seen.p99.median / other.seen.p99.median;
  return { what: `p99 until seen, by ${other.name}`, is, goal: 'at most 1', met: is <= 1 };
};

function messageGoals({ rows }: MessagesResult): readonly Goal[] {
  const judged = rows.find(({ conversations }) => conversations === JUDGED_AT);
  const [floor, carried, rival] = judged?.carried ?? [];
  if (!floor || !carried) return [];
  const is = carried.ratio.median;
  const what = `messages a second, by ${floor.name}`;
  const goals = [
    { what, is, goal: `at least ${LEAST_MESSAGES}`, met: is >= LEAST_MESSAGES },
    delayGoal(carried, floor),
  ];
  if (!rival) return goals;
  const ahead = is / rival.ratio.median;
  const whatAhead = `messages a second, by ${rival.name}`;
  return [
    ...goals,
    { what: whatAhead, is: ahead, goal: 'more than 1', met: ahead > 1 },
    delayGoal(carried, rival),
  ];
}

function socketGoals({ ratio, crowds }: SocketsResult): readonly Goal[] {
  const megabytes = (crowds[1]?.checkpoints.at(-1)?.bytes ?? Number.NaN) / 2 ** 20;
  const most = MOST_BYTES / 2 ** 20;
  return [
    {
      what: 'memory of an idle socket, by a bare one',
      is: ratio,
      goal: `at most ${MOST_RATIO}`,
      met: ratio <= MOST_RATIO,
    },
    {
      what: 'megabytes of 10,000 idle sockets',
      is: megabytes,
      goal: `at most ${most}`,
      met: megabytes <= most,
    },
  ];
}

/** What was promised, and whether it held in this run. */
export const goalsOf = ({
  signed = [],
  sealed = [],
  memory,
  messages,
  sockets,
  ...standIn
}: Partial<Figures>): readonly Goal[] => [
  ...signed.map(({ algorithm, atOnce, measured }) => ratioGoal(algorithm, atOnce, measured)),
  ...sealed.map(({ envelope, atOnce, measured }) => ratioGoal(envelope, atOnce, measured)),
  ...(memory ? [flatGoal(memory)] : []),
  ...standInGoals(standIn),
  ...(messages ? messageGoals(messages) : []),
  ...(sockets ? socketGoals(sockets) : []),
];
