import type { ActionAnswer } from '@countersign/claims';

/**
 * What was answered, by the action's id. Over several processes it must be one for all of them: a row with the id as its
 * key, written in the transaction that does the work.
 */
export type Answers = {
  /** Does the work the first time it is asked under this id; the same answer again after that, and meanwhile. */
  once(id: string, work: () => Promise<ActionAnswer>): Promise<ActionAnswer>;
};

/** As many are remembered, the latest: the service asks again within minutes, and never after. */
const MOST = 10_000;

/** For one process. What is not done is not remembered: the next try does it. */
export function memoryAnswers(): Answers {
  const known = new Map<string, Promise<ActionAnswer>>();
  return {
    once(id, work) {
      const before = known.get(id);
      if (before) return before;
      const answer = work();
      known.set(id, answer);
      answer.catch(() => known.delete(id));
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return answer;
    },
  };
}
