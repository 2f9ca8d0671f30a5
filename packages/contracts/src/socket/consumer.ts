import { pageFacts } from '@countersign/claims';
import { z } from 'zod';
import type { SessionView } from '../http/sessions.js';
import { clientId, id, lineNumber } from '../names.js';
import type { Ack } from './ack.js';
import { type Message, messageText } from './message.js';

/** Namespace `/consumer`. CONNECT's `auth`. `proof`: a DPoP proof for `POST {API}/socket/consumer`, with `ath`. */
export const consumerAuth = z.strictObject({ token: z.string(), proof: z.string() });

/** Without a conversation: opens one. */
export const sendMessage = z.strictObject({
  clientId,
  conversation: id.nullable(),
  text: messageText,
});
export type SendMessage = z.infer<typeof sendMessage>;

/** The last number the client has; the rest comes back in order. */
export const resumeConversation = z.strictObject({ conversation: id, after: lineNumber });
export type ResumeConversation = z.infer<typeof resumeConversation>;

export const typing = z.strictObject({ conversation: id, on: z.boolean() });
export type Typing = z.infer<typeof typing>;

/** Replaces what the page said before. */
export const setPageFacts = z.strictObject({ facts: pageFacts });
export type SetPageFacts = z.infer<typeof setPageFacts>;

/** What a consumer is told of their conversation. */
export type ConversationStatus = {
  id: string;
  state: 'waiting' | 'taken' | 'ended';
  /** The agent who has it. */
  agent: string | null;
  lastNumber: number;
};

/** What a consumer's window may wish. */
export interface ConsumerToServer {
  'message:send': (input: SendMessage, ack: Ack<Message>) => void;
  'conversation:resume': (
    input: ResumeConversation,
    ack: Ack<{ conversation: ConversationStatus; messages: Message[] }>,
  ) => void;
  'conversation:end': (input: { conversation: string }, ack: Ack<null>) => void;
  'page:facts': (input: SetPageFacts, ack: Ack<null>) => void;
  typing: (input: Typing, ack: Ack<null>) => void;
}

/** What a consumer's window is told. */
export interface ServerToConsumer {
  'message:new': (message: Message) => void;
  'conversation:changed': (status: ConversationStatus) => void;
  typing: (event: { conversation: string; on: boolean; by: string }) => void;
  /** The session ended or changed its assurance. After an end the socket is closed by the server. */
  'session:changed': (event: Pick<SessionView, 'session' | 'assurance'> & { why: string | null }) => void;
}
