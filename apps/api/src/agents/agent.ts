/** Somebody who answers for a brand, signed in now. */
export type LiveAgent = {
  readonly brandId: string;
  readonly agentId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'lead' | 'admin';
  readonly sessionId: string;
};

/** Leads look at conversations that are not theirs; each look is audited. */
export const leads = ({ role }: LiveAgent): boolean => role !== 'agent';
