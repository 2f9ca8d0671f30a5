import { type AgentRole, may, type Right } from '@countersign/contracts';
import { DomainError } from '../common/domain-error.js';

/** Somebody who answers for a brand, signed in now. */
export type LiveAgent = {
  readonly brandId: string;
  readonly agentId: string;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  readonly sessionId: string;
};

/** Leads look at conversations that are not theirs; each look is audited. */
export const leads = ({ role }: Pick<LiveAgent, 'role'>): boolean => may(role, 'lead');

/** Developers read connections and traces, and try proofs. */
export const develops = ({ role }: Pick<LiveAgent, 'role'>): boolean => may(role, 'develop');

const refusals = {
  answer: 'agent_session_required',
  lead: 'lead_required',
  develop: 'developer_role_required',
  setUp: 'developer_role_required',
  manage: 'admin_required',
} as const satisfies Record<Right, string>;

/** Throws the problem that names what is missing. */
export function mustHave({ role }: Pick<LiveAgent, 'role'>, right: Right): void {
  if (!may(role, right)) throw new DomainError(refusals[right]);
}
