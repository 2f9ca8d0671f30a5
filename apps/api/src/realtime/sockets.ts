import type {
  AgentRole,
  AgentToServer,
  ConsumerToServer,
  ServerToAgent,
  ServerToConsumer,
} from '@countersign/contracts';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';

/** Who a socket is. The row behind it is read again at each event. */
export type ConsumerData = {
  brandId: string;
  sessionId: string;
  consumerId: string | null;
  /** Where it comes from, for limits. */
  visitor: string;
};
export type AgentData = {
  brandId: string;
  agentId: string;
  sessionId: string;
  role: AgentRole;
};

export type ConsumerNamespace = Namespace<ConsumerToServer, ServerToConsumer, DefaultEventsMap, ConsumerData>;
export type ConsumerSocket = Socket<ConsumerToServer, ServerToConsumer, DefaultEventsMap, ConsumerData>;
export type AgentNamespace = Namespace<AgentToServer, ServerToAgent, DefaultEventsMap, AgentData>;
export type AgentSocket = Socket<AgentToServer, ServerToAgent, DefaultEventsMap, AgentData>;

/** Rooms carry the brand in their name: no event finds its way to another. */
export const conversationRoom = (brandId: string, id: string) => `conversation:${brandId}:${id}`;
export type Place = { readonly brandId: string; readonly conversationId: string };

/** Of a room of that kind: which conversation, of which brand. */
export function placeOf(room: string): Place | undefined {
  const [kind, brandId, conversationId] = room.split(':');
  return kind === 'conversation' && brandId && conversationId ? { brandId, conversationId } : undefined;
}

export function brandOf(room: string): string | undefined {
  const [kind, brandId] = room.split(':');
  return kind === 'brand' ? brandId : undefined;
}

export const sessionRoom = (id: string) => `session:${id}`;
export const consumerRoom = (brandId: string, id: string) => `consumer:${brandId}:${id}`;
export const brandRoom = (id: string) => `brand:${id}`;
/** Whoever has a chat of the brand open. */
export const visitorsRoom = (brandId: string) => `visitors:${brandId}`;
export const developersRoom = (brandId: string) => `developers:${brandId}`;
export const agentRoom = (id: string) => `agent:${id}`;
