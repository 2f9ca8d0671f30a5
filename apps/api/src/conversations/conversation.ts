import type {
  Attachment,
  Card,
  ConversationStatus,
  Marks,
  Message,
  SystemEvent,
} from '@countersign/contracts';
import type { ConversationFacts, OtherEnd } from '@countersign/protocol';
import type { LiveSession } from '../identity/index.js';

export type Conversation = {
  readonly brandId: string;
  readonly id: string;
  /** The session that speaks in it now. */
  readonly sessionId: string;
  /** Whose it is while nobody is proven. */
  readonly familyId: string;
  /** Set: ever spoken in by a proven consumer. */
  readonly consumerId: string | null;
  readonly state: 'waiting' | 'taken' | 'ended';
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly lastNumber: number;
  readonly openedAt: Date;
  readonly waitingSince: Date | null;
  readonly endedAt: Date | null;
  /** How far the consumer has read. */
  readonly consumerRead: number;
  /** How far lines have come to a device of theirs. */
  readonly consumerDelivered: number;
  /** As far at the agents' side. */
  readonly agentDelivered: number;
  readonly agentRead: number;
  /** The conversation its consumer had open already when it turned out to be theirs. */
  readonly linkedTo: string | null;
  /** The family of sessions whose consumer is asked whether it was them who spoke, and until when. */
  readonly offeredTo: string | null;
  readonly offeredUntil: Date | null;
};

export const factsOf = ({ state, agent, consumerId }: Conversation): ConversationFacts => ({
  state,
  agent: agent?.id ?? null,
  verified: consumerId !== null,
});

/** Who is at the other end, by the session that speaks. */
export const otherEndOf = ({
  conversation: { offeredTo },
  speaker: { assurance },
}: {
  readonly conversation: Pick<Conversation, 'offeredTo'>;
  readonly speaker: Pick<LiveSession, 'assurance'>;
}): OtherEnd => ({ assurance, offered: offeredTo !== null });

/**
 * A proven consumer's from whatever device; while nobody is proven, that of the browser it was begun in. One that is
 * offered is nobody's: neither of who spoke nor of who has not said yet that it was them.
 */
export const belongsTo = (
  { familyId, consumerId, offeredTo }: Conversation,
  session: Pick<LiveSession, 'familyId' | 'consumerId'>,
): boolean => {
  if (consumerId !== session.consumerId) return false;
  return consumerId !== null || (familyId === session.familyId && offeredTo === null);
};

/** How far what agents said has come at the consumer's side. What was read has come. */
export const marksAtConsumer = ({ consumerDelivered, consumerRead: read }: Conversation): Marks => ({
  delivered: Math.max(consumerDelivered, read),
  read,
});

/** How far what the consumer said has come at the agents' side. */
export const marksAtAgents = ({ agentDelivered, agentRead: read }: Conversation): Marks => ({
  delivered: Math.max(agentDelivered, read),
  read,
});

/** What the consumer is told of it. */
export const statusOf = (conversation: Conversation): ConversationStatus => ({
  id: conversation.id,
  state: conversation.state,
  agent: conversation.agent?.name ?? null,
  lastNumber: conversation.lastNumber,
  readNumber: conversation.consumerRead,
  marks: marksAtAgents(conversation),
});

type Said = { readonly text: string; readonly clientId: string; readonly attachment: Attachment | null };

/** A line that is about to be stored. */
export type Draft =
  | (Said & { readonly from: 'consumer' })
  | (Said & { readonly from: 'agent'; readonly agentId: string; readonly card?: Card })
  | { readonly from: 'system'; readonly event: SystemEvent };

export const systemLine = (kind: SystemEvent['kind'], by: string | null = null): Draft => ({
  from: 'system',
  event: { kind, by },
});

export type StoredMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly number: number;
  readonly from: string;
  readonly agent: { readonly name: string } | null;
  readonly text: string;
  readonly event: unknown;
  readonly attachment: unknown;
  readonly cardId: string | null;
  readonly at: Date;
  readonly clientId: string | null;
  readonly stampAssurance: string;
  readonly stampIssuer: string | null;
};

/** The columns hold what the one writer let in. @param card of a line that carries one: it lies elsewhere, sealed */
export const toMessage = (row: StoredMessage, card: Card | null = null): Message => ({
  id: row.id,
  conversation: row.conversationId,
  number: row.number,
  from: row.from as Message['from'],
  by: row.agent?.name ?? null,
  text: row.text,
  event: row.event as Message['event'],
  attachment: row.attachment as Message['attachment'],
  card,
  at: row.at.toISOString(),
  clientId: row.clientId,
  stamp: { assurance: row.stampAssurance as Message['stamp']['assurance'], issuerLabel: row.stampIssuer },
});
