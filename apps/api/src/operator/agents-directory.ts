import type { BrandView, InviteAgent } from '@countersign/contracts';

/** The agents of a brand, as the operator handles them. Provided by the agents' module. */
export abstract class AgentsDirectory {
  abstract list(brandId: string): Promise<BrandView['agents']>;
  abstract invite(brandId: string, agent: Required<InviteAgent>): Promise<void>;
  /** Ends the agent's sessions at once. Throws `agent_not_found`. */
  abstract remove(brandId: string, agentId: string): Promise<void>;
}
