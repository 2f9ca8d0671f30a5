import type { Carried } from '../chat/contest.js';
import type { ExplainResult } from '../chat/explain.js';
import { type HistoryResult, MOST_GROWTH } from '../chat/history.js';
import type { MessagesResult } from '../chat/messages.js';
import { CORES_FOR_TWO, LEAST_OF_TWO, type ProcessesResult } from '../chat/processes.js';
import { MOST_BYTES, MOST_RATIO, type SocketsResult } from '../chat/sockets.js';
import type { Goal } from './goals.js';

/** Of the throughput of bare socket.io with an INSERT each, with everything on. */
const LEAST_MESSAGES = 2;
/** Where the chat is judged. */
const JUDGED_AT = 100;

/** Our delay by another's: above one, ours is longer. */
const delayGoal = (carried: Carried, other: Carried): Goal => {
  const is = carried.seen.p99.median / other.seen.p99.median;
  return { what: `p99 until seen, by ${other.name}`, is, goal: 'at most 1', met: is <= 1 };
};

export function messageGoals({ rows }: MessagesResult): readonly Goal[] {
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

export function socketGoals({ ratio, crowds }: SocketsResult): readonly Goal[] {
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

export function historyGoals({ stored }: HistoryResult): readonly Goal[] {
  const last = stored.at(-1);
  if (!last) return [];
  const goal = `at most ${MOST_GROWTH}`;
  const at = `at ${last.messages.toLocaleString('en-GB')} messages, by the fewest`;
  return [
    { what: `a page ${at}`, is: last.pageRatio.median },
    { what: `a send ${at}`, is: last.sendRatio.median },
  ].map((one) => ({ ...one, goal, met: one.is <= MOST_GROWTH }));
}

/** Where the machine has no cores for two, the figure is told and nothing is promised. */
export function processGoals({ cores, row }: ProcessesResult): readonly Goal[] {
  const is = row?.carried[1]?.ratio.median;
  if (is === undefined || cores < CORES_FOR_TWO) return [];
  return [{ what: 'two processes, by one', is, goal: `at least ${LEAST_OF_TWO}`, met: is >= LEAST_OF_TWO }];
}

export function planGoals({ findings }: ExplainResult): readonly Goal[] {
  const is = findings.filter(({ faults }) => faults.length > 0).length;
  return [{ what: 'statements that read or sort a large table', is, goal: 'none', met: is === 0 }];
}
