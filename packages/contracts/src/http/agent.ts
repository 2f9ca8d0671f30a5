import { assurance, cardKind, conflict, fact, rejectionReason, relaxation, trace } from '@countersign/claims';
import { z } from 'zod';
import { brandSlug, connectionKey, id } from '../names.js';
import { marks, message } from '../socket/message.js';
import { note } from '../socket/notes.js';
import { ratingView } from './ratings.js';
import { identityRequest } from './sessions.js';

/**
 * What an agent may beside answering: leads look into conversations of others, developers read connections and traces,
 * admins both.
 */
export const agentRole = z.enum(['agent', 'lead', 'developer', 'admin']);
export type AgentRole = z.infer<typeof agentRole>;

/** `GET /v1/agent/me`. The agent's routes and sockets carry an HttpOnly cookie; writes test `Origin`. */
export const agentView = z.strictObject({
  agent: z.strictObject({
    id,
    name: z.string(),
    email: z.string(),
    role: agentRole,
  }),
  brand: z.strictObject({ slug: brandSlug, name: z.string(), accent: z.string() }),
  demo: z.boolean(),
});
export type AgentView = z.infer<typeof agentView>;

const conversationState = z.enum(['waiting', 'taken', 'ended']);

/** One row of the queue. `name` is the verified display name, never what a page claims; null: anonymous. */
export const conversationSummary = z.strictObject({
  id,
  state: conversationState,
  name: z.string().nullable(),
  /** Whether the issuer is authoritative for the name itself. */
  nameSealed: z.boolean(),
  assurance,
  issuerLabel: z.string().nullable(),
  connection: connectionKey,
  agent: z.strictObject({ id, name: z.string() }).nullable(),
  lastNumber: z.number().int(),
  lastMessage: z
    .strictObject({ from: z.enum(['consumer', 'agent', 'system']), text: z.string(), at: z.iso.datetime() })
    .nullable(),
  /** Since when the consumer waits for an answer; null when the last word was the agent's. */
  waitingSince: z.iso.datetime().nullable(),
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Messages of the consumer this agent has not seen. */
  /** Up to `UNREAD_LIMIT`. */
  unread: z.number().int(),
  /** How far the consumer's side has what agents said. */
  marks,
  /** What the consumer thought of it, once it has ended and they said so. */
  rating: ratingView.optional(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** How many conversations are open, by who has them: all there are, however many of them a page holds. */
export const queueCounts = z.strictObject({
  yours: z.number().int(),
  waiting: z.number().int(),
  withOthers: z.number().int(),
});
export type QueueCounts = z.infer<typeof queueCounts>;

/** Where in the queue a page ends: what it is ordered by, and an id. To be given back as it came. */
export const queuePlace = z
  .string()
  .regex(/^(\d{4}-[\dT:.-]{1,24}Z)?~\d{4}-[\dT:.-]{1,24}Z~[\da-f-]{36}$/, 'A place as `next` names it');

/**
 * `GET /v1/agent/conversations?state=open|ended`: longest wait first for open, latest end first for ended; 200 at a time.
 * `next` is given back as `after`; null: that was all.
 */
export const conversationList = z.strictObject({
  conversations: z.array(conversationSummary),
  next: queuePlace.nullable(),
  counts: queueCounts,
});
export type ConversationList = z.infer<typeof conversationList>;

export const identityEvent = z.strictObject({
  kind: z.enum([
    'anonymous',
    'rejected',
    'verified',
    'renewed',
    'switched',
    'facts_pushed',
    'stale',
    'ended',
    'revoked',
    'signed_out',
    'requested',
    'stepped_up',
    'request_declined',
    'merged',
  ]),
  at: z.iso.datetime(),
  issuerLabel: z.string().nullable(),
  connection: connectionKey.nullable(),
  reason: rejectionReason.nullable(),
  attempt: id.nullable(),
});
export type IdentityEvent = z.infer<typeof identityEvent>;

/** The panel beside a conversation. */
export const identityPanel = z.strictObject({
  conversation: id,
  who: z.strictObject({
    name: z.string().nullable(),
    /** False: a name from the issuer's profile that it is not authoritative for. */
    nameSealed: z.boolean(),
    assurance,
    issuer: z.string().nullable(),
    issuerLabel: z.string().nullable(),
    connectionLabel: z.string(),
    /** What the connection asks less strictly than others: the agent is told. */
    relaxed: z.array(relaxation),
    verifiedAt: z.iso.datetime().nullable(),
    /** Until when the proof counts, or counted where it ended early. */
    holdsUntil: z.iso.datetime().nullable(),
    /** When and how they last signed in at the issuer, where it says so. */
    authenticatedAt: z.iso.datetime().nullable(),
    acr: z.string().nullable(),
  }),
  /** What the agent may ask of them now: to sign in, or to prove anew who they are. */
  mayRequest: z.enum(['sign-in', 'step-up']).nullable(),
  /** What is asked at the moment. */
  request: identityRequest.nullable(),
  /** Verified, and the source is authoritative: with the seal. */
  sealed: z.array(fact),
  /** From the issuer's profile of the consumer, without a seal ("from their Google profile"). */
  profile: z.array(fact),
  /** Sent by the page. Not proof of anything. */
  page: z.array(fact),
  conflicts: z.array(conflict),
  history: z.array(identityEvent),
  /** What this agent may propose by cards. Null: the brand carries none out. */
  cards: z
    .strictObject({
      /** Of these kinds the consumer confirms anew who they are. */
      stepUp: z.array(cardKind),
    })
    .nullable(),
  /** Facts are shown only while this agent is assigned (or a lead): otherwise the lists are empty and this is false. */
  visible: z.boolean(),
  /** The attempt whose trace says how we know. */
  attempt: id.nullable(),
});
export type IdentityPanel = z.infer<typeof identityPanel>;

/** `GET /v1/agent/conversations/{id}`: the last 200 messages; earlier ones by `…/messages?before={number}`. */
export const conversationDetail = z.strictObject({
  conversation: conversationSummary,
  messages: z.array(message),
  /** Of agents, for agents: in the order they were written; the last 500. */
  notes: z.array(note),
  panel: identityPanel,
});
export type ConversationDetail = z.infer<typeof conversationDetail>;

/** `GET /v1/agent/conversations/{id}/messages?before={number}`: the 200 before that number, in order. */
export const messagePage = z.strictObject({ messages: z.array(message) });

/** `GET /v1/agent/conversations/{id}/trace` and, with an API key, `GET /v1/connections/{c}/attempts/{id}`. */
export const traceView = trace;
