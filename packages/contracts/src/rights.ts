import type { AgentRole } from './http/agent.js';
import type { Caller } from './routes/route.js';
import type { AgentToServer } from './socket/agent.js';

/** What may be done for a brand, and by whom: the service, its routes and events, and the workspace ask this table. */
export const rights = {
  /** The queue and the conversations; taking, answering, asking for a proof; facts of whom one is assigned to. */
  answer: ['agent', 'lead', 'developer', 'admin'],
  /** Besides: facts of any conversation, each look audited; ending any; signing a consumer out everywhere. */
  lead: ['lead', 'admin'],
  /** Besides: connections, traces and logouts to read, proofs to try. */
  develop: ['developer', 'admin'],
  /** Besides: connections, keys, webhooks and the look, to set up and to change. */
  setUp: ['developer', 'admin'],
  /** Besides: the brand's name, and who answers for it. */
  manage: ['admin'],
} as const satisfies Record<string, readonly AgentRole[]>;
export type Right = keyof typeof rights;

/** A role that nobody knows may nothing. */
export const may = (role: AgentRole, right: Right): boolean =>
  (rights[right] as readonly AgentRole[]).includes(role);

/** The least that a route's caller must have, of those who sign in to the workspace. */
export const rightOfCaller = {
  agent: 'answer',
  lead: 'lead',
  developer: 'develop',
  builder: 'setUp',
  admin: 'manage',
} as const satisfies Partial<Record<Caller, Right>>;

/** The least that an event of the workspace wants. Ending or giving away another's conversation wants more, and is asked where it is done. */
export const rightOfEvent = {
  'conversation:watch': 'answer',
  'conversation:unwatch': 'answer',
  'conversation:take': 'answer',
  'conversation:end': 'answer',
  'conversation:assign': 'answer',
  'note:add': 'answer',
  'message:send': 'answer',
  'message:read': 'answer',
  'message:delivered': 'answer',
  typing: 'answer',
  'duty:set': 'answer',
  'identity:request': 'answer',
  'card:propose': 'answer',
  'card:withdraw': 'answer',
  'consumer:sign-out': 'lead',
} as const satisfies Record<keyof AgentToServer, Right>;
