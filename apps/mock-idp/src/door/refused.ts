import type { ControlProblem } from '../control/index.js';

/** Thrown by a control route, answered by the door. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly problem: ControlProblem,
  ) {
    super(problem.message);
  }
}

export const unknown = (what: string, named: string, known: readonly string[]): Refused =>
  new Refused(404, { error: `${what}_unknown`, message: `There is no ${what} ${named}.`, known });
