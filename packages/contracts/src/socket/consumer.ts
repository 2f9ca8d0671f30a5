import { pageFacts } from '@countersign/claims';
import { z } from 'zod';
import type { AttachmentLink } from '../http/attachments.js';
import { ratingComment, ratingScore } from '../http/ratings.js';
import type { IdentityRequest, SessionView } from '../http/sessions.js';
import { clientId, id, lineNumber } from '../names.js';
import type { Ack } from './ack.js';
import type { AnswerCard, Card } from './card.js';
import type { Leaving } from './leaving.js';
import {
  caption,
  type MarkDelivered,
  type Marks,
  type MarksChanged,
  type Message,
  saysSomething,
} from './message.js';

/** Namespace `/consumer`. CONNECT's `auth`. `proof`: a DPoP proof for `POST {API}/socket/consumer`, with `ath`. */
export const consumerAuth = z.strictObject({ token: z.string(), proof: z.string() });

/** Without a conversation: opens one. */
export const sendMessage = z
  .strictObject({
    clientId,
    conversation: id.nullable(),
    text: caption,
    /** A file that was uploaded before: it goes with one message. */
    attachment: id.optional(),
    /** Where the click stands in a trace of the page's own. What is none is passed over: no message is lost for it. */
    traceparent: z.string().max(200).optional(),
  })
  .refine(saysSomething, { path: ['text'], message: 'is empty' });
export type SendMessage = z.infer<typeof sendMessage>;

/** The last number the client has; the rest comes back in order. */
export const resumeConversation = z.strictObject({ conversation: id, after: lineNumber });
export type ResumeConversation = z.infer<typeof resumeConversation>;

export const typing = z.strictObject({ conversation: id, on: z.boolean() });
export type Typing = z.infer<typeof typing>;

/** Replaces what the page said before. */
export const setPageFacts = z.strictObject({ facts: pageFacts });
export type SetPageFacts = z.infer<typeof setPageFacts>;

/** How far the consumer has read, on this device: a mark only moves forward, and all devices hear of it. */
export const consumerRead = z.strictObject({ conversation: id, number: lineNumber });
export type ConsumerRead = z.infer<typeof consumerRead>;

/** The answer to an offer: whether what was said anonymously goes on as the person who is proven. */
export const mergeConversation = z.strictObject({ conversation: id, accept: z.boolean() });
export type MergeConversation = z.infer<typeof mergeConversation>;

/** The consumer's conversation before this one, the latest of all for null. */
export const earlierConversation = z.strictObject({ before: id.nullable() });
export type EarlierConversation = z.infer<typeof earlierConversation>;

export const declineRequest = z.strictObject({ request: id });
export type DeclineRequest = z.infer<typeof declineRequest>;

/** Asks where a file of one's conversation is read. */
export const openAttachment = z.strictObject({ attachment: id });
export type OpenAttachment = z.infer<typeof openAttachment>;

export const answering = z.object({ answering: z.boolean() });
export type Answering = z.infer<typeof answering>;

/** What a consumer thought of a conversation that has ended: 1 is very poor, 5 very good. Said once, and changed for a day. */
export const rateConversation = z.strictObject({
  conversation: id,
  score: ratingScore,
  comment: ratingComment.optional(),
});
export type RateConversation = z.infer<typeof rateConversation>;

/** What a consumer is told of their conversation. */
export type ConversationStatus = {
  id: string;
  state: 'waiting' | 'taken' | 'ended';
  /** The agent who has it. */
  agent: string | null;
  lastNumber: number;
  /** How far the consumer has read. */
  readNumber: number;
  /** How far the agents' side has what was said. */
  marks: Marks;
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
  'message:read': (input: ConsumerRead, ack: Ack<null>) => void;
  'message:delivered': (input: MarkDelivered, ack: Ack<null>) => void;
  /** Answers the conversation that goes on: the one that was offered, or the one it was linked to. Null: declined. */
  'conversation:merge': (input: MergeConversation, ack: Ack<ConversationStatus | null>) => void;
  'conversation:earlier': (
    input: EarlierConversation,
    /** `earlier`: whether there is one before it. */
    ack: Ack<{ conversation: ConversationStatus; messages: Message[]; earlier: boolean } | null>,
  ) => void;
  'attachment:open': (input: OpenAttachment, ack: Ack<AttachmentLink>) => void;
  'conversation:rate': (input: RateConversation, ack: Ack<null>) => void;
  'identity:decline': (input: DeclineRequest, ack: Ack<null>) => void;
  /** Answers how the card stands then. */
  'card:answer': (input: AnswerCard, ack: Ack<Card>) => void;
}

/** What a consumer's window is told. */
export interface ServerToConsumer {
  'message:new': (message: Message) => void;
  'conversation:changed': (status: ConversationStatus) => void;
  typing: (event: { conversation: string; on: boolean; by: string }) => void;
  /** Read on another device. */
  'read:changed': (event: ConsumerRead) => void;
  /** The agents' side has, or has read, more of what was said. */
  'marks:changed': (event: MarksChanged) => void;
  /** An agent, or an act, asks for a proof; null: no longer. */
  'identity:requested': (request: IdentityRequest | null) => void;
  /** Whether anybody is there to answer: at the beginning, and whenever it changes. Nobody is named. */
  'duty:changed': (event: Answering) => void;
  /** The session ended or changed its assurance. After an end the socket is closed by the server. */
  'session:changed': (event: Pick<SessionView, 'session' | 'assurance'> & { why: string | null }) => void;
  /** A card of the conversation stands otherwise than before. */
  'card:changed': (card: Card) => void;
  'service:leaving': (event: Leaving) => void;
}
