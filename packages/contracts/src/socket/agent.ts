import { z } from 'zod';
import type { ConversationDetail, ConversationSummary, IdentityPanel } from '../http/agent.js';
import { clientId, id, lineNumber } from '../names.js';
import type { Ack } from './ack.js';
import type { Card, CardRef, ProposeCard } from './card.js';
import type { Typing } from './consumer.js';
import type { Leaving } from './leaving.js';
import { caption, type MarkDelivered, type MarksChanged, type Message, saysSomething } from './message.js';
import type { AddNote, AssignConversation, MentionsChanged, Note } from './notes.js';

/** What an agent writes. The client's id makes a resend harmless. */
export const agentSend = z
  .strictObject({
    clientId,
    conversation: id,
    text: caption,
    /** A file that was uploaded before: it goes with one message. */
    attachment: id.optional(),
    /** Sent although it is not confirmed at the moment who reads it: else `identity_unconfirmed`. */
    unconfirmed: z.boolean().optional(),
  })
  .refine(saysSomething, { path: ['text'], message: 'is empty' });
export type AgentSend = z.infer<typeof agentSend>;

export const conversationRef = z.strictObject({ conversation: id });
export type ConversationRef = z.infer<typeof conversationRef>;

/** The agent looks at a conversation: gets it whole, and what changes from then on. */
export const watchConversation = z.strictObject({
  conversation: id,
  after: lineNumber.default(0),
});
export type WatchConversation = z.input<typeof watchConversation>;

/** How far the agent has read: a mark only moves forward. */
export const markRead = z.strictObject({ conversation: id, number: lineNumber });
export type MarkRead = z.infer<typeof markRead>;

/** The agent asks the consumer to sign in, or to prove anew who they are. */
export const requestIdentity = z.strictObject({ conversation: id, kind: z.enum(['sign-in', 'step-up']) });
export type RequestIdentity = z.infer<typeof requestIdentity>;

/** Whether the agent is available: where they are connected as well, they are on duty. */
export const setDuty = z.strictObject({ on: z.boolean() });
export type SetDuty = z.infer<typeof setDuty>;

/** Everybody who has ever signed in to answer for the brand, and whether they are on duty. */
export const dutyChanged = z.strictObject({
  agents: z.array(z.strictObject({ id, name: z.string(), on: z.boolean() })),
});
export type DutyChanged = z.infer<typeof dutyChanged>;
export type Colleague = DutyChanged['agents'][number];

/** Namespace `/agent`; signed in by cookie, `Origin` tested. */
export interface AgentToServer {
  'conversation:watch': (input: WatchConversation, ack: Ack<ConversationDetail>) => void;
  'conversation:unwatch': (input: ConversationRef, ack: Ack<null>) => void;
  'conversation:take': (input: ConversationRef, ack: Ack<ConversationSummary>) => void;
  'conversation:end': (input: ConversationRef, ack: Ack<ConversationSummary>) => void;
  /** Gives it to another agent, or back to the queue: by whoever has it, or a lead. */
  'conversation:assign': (input: AssignConversation, ack: Ack<ConversationSummary>) => void;
  /** For colleagues: whoever may read the conversation may add to it, also when it has ended. */
  'note:add': (input: AddNote, ack: Ack<Note>) => void;
  'message:send': (input: AgentSend, ack: Ack<Message>) => void;
  'message:read': (input: MarkRead, ack: Ack<null>) => void;
  'message:delivered': (input: MarkDelivered, ack: Ack<null>) => void;
  typing: (input: Typing, ack: Ack<null>) => void;
  /** Available or not, until said otherwise: it outlives the session. */
  'duty:set': (input: SetDuty, ack: Ack<null>) => void;
  'identity:request': (input: RequestIdentity, ack: Ack<null>) => void;
  /** Proposes something by a card, which goes out as a message. */
  'card:propose': (input: ProposeCard, ack: Ack<Message>) => void;
  /** Takes back a card that was not answered. */
  'card:withdraw': (input: CardRef, ack: Ack<Card>) => void;
  /** Signs the consumer out everywhere: for leads. */
  'consumer:sign-out': (input: ConversationRef, ack: Ack<{ ended: number }>) => void;
}

/** What an agent's desk is told. */
export interface ServerToAgent {
  /** A row of the queue is new or changed: to every agent of the brand. */
  'queue:changed': (summary: ConversationSummary) => void;
  /** Of a watched conversation. */
  'message:new': (message: Message) => void;
  /** What agents of the brand say often is to be read anew. */
  'canned:changed': (event: Record<string, never>) => void;
  /** Of a watched conversation, for agents alone. */
  'note:new': (note: Note) => void;
  /** Where this agent was named and has not looked yet: at the beginning, and whenever it changes. */
  'mentions:changed': (event: MentionsChanged) => void;
  /** The consumer's side has, or has read, more of what was said. */
  'marks:changed': (event: MarksChanged) => void;
  'panel:changed': (panel: IdentityPanel) => void;
  typing: (event: { conversation: string; on: boolean; by: string }) => void;
  /** Who is on duty: at the beginning, and whenever it changes. */
  'duty:changed': (event: DutyChanged) => void;
  'card:changed': (card: Card) => void;
  /** To developers: this connection judged a proof. The list and the trace are read by HTTP. */
  'attempt:judged': (event: { connection: string }) => void;
  /** The agent was removed, or the session ended. */
  'session:ended': (event: { why: string }) => void;
  'service:leaving': (event: Leaving) => void;
}
