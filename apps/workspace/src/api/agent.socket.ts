import type { Ack, AgentToServer, ServerToAgent } from '@countersign/contracts';
import {
  card,
  conversationDetail,
  conversationSummary,
  dutyChanged,
  identityPanel,
  leaving,
  marksChanged,
  mentionsChanged,
  message,
  note,
} from '@countersign/contracts';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { type Answer, acknowledged, unreachable } from './answer';

export type AgentSocket = Socket<ServerToAgent, AgentToServer>;

const ACK_LIMIT = 8_000;

export const agentSocket = (apiUrl: string): AgentSocket =>
  io(`${apiUrl}/agent`, {
    transports: ['websocket'],
    withCredentials: true,
    autoConnect: false,
    reconnectionDelay: 400,
    reconnectionDelayMax: 4_000,
  });

type Event = keyof AgentToServer;
type Input<Name extends Event> = Parameters<AgentToServer[Name]>[0];
type Output<Name extends Event> = Parameters<AgentToServer[Name]>[1] extends Ack<infer Value> ? Value : never;
type Untyped = { emitWithAck(event: string, input: unknown): Promise<unknown> };

/** What each request is answered with. */
const answers: { readonly [Name in Event]: z.ZodType<Output<Name>> } = {
  'conversation:watch': conversationDetail,
  'conversation:unwatch': z.null(),
  'conversation:take': conversationSummary,
  'conversation:end': conversationSummary,
  'conversation:assign': conversationSummary,
  'note:add': note,
  'message:send': message,
  'message:read': z.null(),
  'message:delivered': z.null(),
  typing: z.null(),
  'duty:set': z.null(),
  'identity:request': z.null(),
  'card:propose': message,
  'card:withdraw': card,
  'consumer:sign-out': z.object({ ended: z.number() }),
};

/**
 * Asks and waits for the acknowledgement. Never buffers: a request made while the line is down is answered
 * at once, so that nothing is sent twice behind the store's back.
 */
export async function ask<Name extends Event>(
  socket: AgentSocket,
  name: Name,
  input: Input<Name>,
): Promise<Answer<Output<Name>>> {
  if (!socket.connected) return unreachable();
  // The map of events is typed at both ends; the library's own generic cannot follow a name that is a parameter.
  const line = socket.timeout(ACK_LIMIT) as unknown as Untyped;
  try {
    return acknowledged(answers[name], await line.emitWithAck(name, input));
  } catch {
    return unreachable();
  }
}

/** What the server tells unasked. A message of another shape is dropped: it could not be drawn. */
export const told = {
  'queue:changed': conversationSummary,
  'message:new': message,
  'panel:changed': identityPanel,
  'canned:changed': z.object({}),
  'note:new': note,
  'mentions:changed': mentionsChanged,
  'marks:changed': marksChanged,
  'card:changed': card,
  typing: z.object({ conversation: z.string(), on: z.boolean(), by: z.string() }),
  'duty:changed': dutyChanged,
  'attempt:judged': z.object({ connection: z.string() }),
  'session:ended': z.object({ why: z.string() }),
  'service:leaving': leaving,
} as const satisfies Record<keyof ServerToAgent, z.ZodType>;
