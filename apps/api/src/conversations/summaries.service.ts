import type { ConversationSummary, RatingView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { type LiveSession, SessionGate } from '../identity/index.js';
import { type Conversation, marksAtConsumer } from './conversation.js';
import { type LastWord, MessagesRepository } from './messages.repository.js';
import { RatingsRepository } from './ratings.repository.js';

/** Rows of the queue: a handful of questions, however many rows. */
@Injectable()
export class SummariesService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly sessions: SessionGate,
    private readonly ratings: RatingsRepository,
  ) {}

  async forAgent(
    brandId: string,
    conversations: readonly Conversation[],
    agentId: string,
  ): Promise<ConversationSummary[]> {
    const rows = await this.forAgents(brandId, conversations, [agentId]);
    return rows.get(agentId) ?? [];
  }

  /** The same rows for each of several agents: they differ in what is unread. */
  async forAgents(
    brandId: string,
    conversations: readonly Conversation[],
    agentIds: readonly string[],
  ): Promise<ReadonlyMap<string, ConversationSummary[]>> {
    const ids = conversations.map(({ id }) => id);
    const over = conversations.filter(({ state }) => state === 'ended').map(({ id }) => id);
    const [sessions, words, counts, ratings] = await Promise.all([
      this.sessions.peekAll(brandId, [...new Set(conversations.map(({ sessionId }) => sessionId))]),
      this.messages.lastWords(brandId, ids),
      this.messages.unread(brandId, ids, agentIds),
      this.ratings.of(brandId, over),
    ]);
    const wordOf = new Map(words.map((word) => [word.conversationId, word]));
    const unreadOf = new Map(counts.map((one) => [`${one.conversationId} ${one.agentId}`, one.unread]));
    const rowsFor = (agentId: string) =>
      conversations.flatMap((conversation) => {
        const session = sessions.get(conversation.sessionId);
        if (!session) return [];
        const unread = unreadOf.get(`${conversation.id} ${agentId}`) ?? 0;
        const rating = ratings.get(conversation.id);
        return [summaryOf(conversation, session, wordOf.get(conversation.id), unread, rating)];
      });
    return new Map(agentIds.map((agentId) => [agentId, rowsFor(agentId)]));
  }
}

const summaryOf = (
  conversation: Conversation,
  session: LiveSession,
  word: LastWord | undefined,
  unread: number,
  rating: RatingView | undefined,
): ConversationSummary => ({
  id: conversation.id,
  state: conversation.state,
  name: session.displayName,
  nameSealed: session.nameSealed,
  assurance: session.assurance,
  issuerLabel: session.issuerLabel,
  connection: session.connectionKey,
  agent: conversation.agent,
  lastNumber: conversation.lastNumber,
  lastMessage: word ? { from: word.from, text: word.text, at: word.at.toISOString() } : null,
  waitingSince: conversation.waitingSince?.toISOString() ?? null,
  openedAt: conversation.openedAt.toISOString(),
  endedAt: conversation.endedAt?.toISOString() ?? null,
  unread,
  marks: marksAtConsumer(conversation),
  ...(rating ? { rating } : {}),
});
