import { type AgentView, may } from '@countersign/contracts';

/** Who reads connections and traces. The service decides; this only leaves out what would be refused. */
export const develops = ({ role }: Pick<AgentView['agent'], 'role'>): boolean => may(role, 'develop');

/** Who sets the brand up: connections, keys, the look. */
export const setsUp = ({ role }: Pick<AgentView['agent'], 'role'>): boolean => may(role, 'setUp');

/** Who may end a customer's sessions everywhere. */
export const leads = ({ role }: Pick<AgentView['agent'], 'role'>): boolean => may(role, 'lead');
