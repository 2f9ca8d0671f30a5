import type { House } from '../house.js';
import { call } from './call.js';
import type { ClockChange } from './clock-change.js';

type Invited = { readonly agents: readonly { readonly id: string; readonly email: string }[] };

/** The operator's routes, as far as fixtures need them. */
export function operatorOf({ addresses, operatorKey: key }: House) {
  const root = `${addresses.api}/v1/operator`;
  return {
    /** Answers the id, by which the agent is removed again. */
    invite: async (brand: string, agent: { email: string; name: string; role?: string }): Promise<string> => {
      const { agents } = await call<Invited>('POST', `${root}/brands/${brand}/agents`, { key, body: agent });
      const found = agents.find(({ email }) => email === agent.email);
      if (!found) throw new Error(`${agent.email} was invited, and is not among the agents of ${brand}.`);
      return found.id;
    },
    removeAgent: (brand: string, id: string) =>
      call<void>('DELETE', `${root}/brands/${brand}/agents/${id}`, { key }),
    moveClock: (change: ClockChange) =>
      call<{ now: string }>('PUT', `${root}/test-clock`, { key, body: change }),
    clock: () => call<{ now: string }>('GET', `${root}/test-clock`, { key }),
  };
}
export type Operator = ReturnType<typeof operatorOf>;
