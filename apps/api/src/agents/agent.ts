import type { AgentRole } from '@countersign/contracts';

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
export const leads = ({ role }: LiveAgent): boolean => role === 'lead' || role === 'admin';

/** Developers read connections, traces and try proofs: what a brand's code does wrong, never what a consumer says. */
export const develops = ({ role }: Pick<LiveAgent, 'role'>): boolean =>
  role === 'developer' || role === 'admin';
