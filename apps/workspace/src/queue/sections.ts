import type { AgentView } from '@countersign/contracts';
import { type LucideIcon, MessagesSquare, Plug, SlidersHorizontal, Users, Webhook } from 'lucide-react';
import { develops, leads, setsUp } from '../desk/roles';

type Agent = AgentView['agent'];

/** The workspace's parts, in the order of their use, each for those who may do something there. */
const sections = [
  { name: 'conversations', path: '/conversations', icon: MessagesSquare, isFor: () => true },
  { name: 'customers', path: '/customers', icon: Users, isFor: leads },
  { name: 'connections', path: '/connections', icon: Plug, isFor: develops },
  { name: 'webhooks', path: '/webhooks', icon: Webhook, isFor: develops },
  { name: 'setup', path: '/setup', icon: SlidersHorizontal, isFor: setsUp },
] as const satisfies readonly {
  name: string;
  path: string;
  icon: LucideIcon;
  isFor: (agent: Agent) => boolean;
}[];

export const sectionsFor = (agent: Agent) => sections.filter(({ isFor }) => isFor(agent));
