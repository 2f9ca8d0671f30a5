import type { ControlProblem } from './shapes.js';

/** The stand-in refused a control call; the message says which member and what was expected. */
export class ControlRefused extends Error {
  override readonly name = 'ControlRefused';

  constructor(
    readonly status: number,
    readonly problem: ControlProblem,
  ) {
    const members = problem.members?.map(({ member, expected }) => `${member}: ${expected}`) ?? [];
    const known = problem.known ? [`known: ${problem.known.join(', ')}`] : [];
    super([problem.message, ...members, ...known].join('\n'));
  }
}

export type Call = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** Asks the control API at an address. */
export const callerOf =
  (url: string): Call =>
  async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}/control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new ControlRefused(response.status, (await response.json()) as ControlProblem);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
