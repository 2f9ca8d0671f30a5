import type { AgentRole, BrandView, InviteAgent } from '@countersign/contracts';

/** The agents of a brand, as operators and admins handle them. Provided by the agents' module. */
export abstract class AgentsDirectory {
  abstract list(brandId: string): Promise<BrandView['agents']>;
  abstract invite(brandId: string, agent: Required<InviteAgent>): Promise<void>;
  /** The agent somebody is there, by issuer and subject. */
  abstract known(brandId: string, issuer: string, subject: string): Promise<string | undefined>;
  /** Throws `agent_not_found`, and `last_admin` where it would leave the brand to nobody. */
  abstract changeRole(brandId: string, agentId: string, role: AgentRole): Promise<void>;
  /** As `remove`, and throws `last_admin`. */
  abstract removeButLast(brandId: string, agentId: string): Promise<void>;
  /** Ends the agent's sessions at once. Throws `agent_not_found`. */
  abstract remove(brandId: string, agentId: string): Promise<void>;
}
