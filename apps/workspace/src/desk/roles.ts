import type { AgentView } from '@countersign/contracts';

/** Who reads connections and traces. The service decides; this only leaves out what would be refused. */
export const develops = ({ role }: Pick<AgentView['agent'], 'role'>): boolean =>
  role === 'developer' || role === 'admin';

/** Who may end a customer's sessions everywhere. */
export const leads = ({ role }: Pick<AgentView['agent'], 'role'>): boolean =>
  role === 'lead' || role === 'admin';
