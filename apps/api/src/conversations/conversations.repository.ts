import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import type { LiveSession } from '../identity/index.js';
import type { Conversation } from './conversation.js';

export const columns = {
  brandId: true,
  id: true,
  sessionId: true,
  consumerId: true,
  state: true,
  agent: { select: { id: true, name: true } },
  lastNumber: true,
  openedAt: true,
  waitingSince: true,
  endedAt: true,
} satisfies Prisma.ConversationSelect;
type Row = Prisma.ConversationGetPayload<{ select: typeof columns }>;

export const toConversation = (row: Row): Conversation => ({
  ...row,
  state: row.state as Conversation['state'],
});

const open = { not: 'ended' };

/** Which conversations a session may call its own. */
export const ownedBy = ({
  brandId,
  sessionId,
  consumerId,
}: Pick<LiveSession, 'brandId' | 'sessionId' | 'consumerId'>) =>
  consumerId === null ? { brandId, sessionId, consumerId: null } : { brandId, consumerId };

@Injectable()
export class ConversationsRepository {
  constructor(private readonly database: Database) {}

  /** Another brand's is as unknown as one that never was. */
  async byId(brandId: string, id: string): Promise<Conversation | undefined> {
    const where = { brandId_id: { brandId, id } };
    const row = await this.database.prisma.conversation.findUnique({ where, select: columns });
    return row ? toConversation(row) : undefined;
  }

  async openOf(session: LiveSession): Promise<Conversation | undefined> {
    return this.first({ ...ownedBy(session), state: open });
  }

  async openOfConsumer(brandId: string, consumerId: string): Promise<Conversation | undefined> {
    return this.first({ brandId, consumerId, state: open });
  }

  /** The one a session speaks in, whoever it belongs to. */
  async openBySession(brandId: string, sessionId: string): Promise<Conversation | undefined> {
    return this.first({ brandId, sessionId, state: open });
  }

  /** Where a message with this id of the client was stored: for a resend that does not know the conversation yet. */
  async holding(session: LiveSession, clientId: string): Promise<string | undefined> {
    const row = await this.database.prisma.message.findFirst({
      where: { brandId: session.brandId, from: 'consumer', clientId, conversation: ownedBy(session) },
      select: { conversationId: true },
    });
    return row?.conversationId;
  }

  /** Who has waited longest comes first, then those who have their answer: what the limit cuts off is not the longest wait. */
  async open(brandId: string, limit: number): Promise<readonly Conversation[]> {
    const longestWait = { waitingSince: { sort: 'asc', nulls: 'last' } } as const;
    return this.many({ brandId, state: open }, [longestWait, { openedAt: 'desc' }], limit);
  }

  async ended(brandId: string, limit: number): Promise<readonly Conversation[]> {
    return this.many({ brandId, state: 'ended' }, [{ endedAt: 'desc' }], limit);
  }

  private async first(where: Prisma.ConversationWhereInput): Promise<Conversation | undefined> {
    const orderBy = { openedAt: 'desc' } as const;
    const row = await this.database.prisma.conversation.findFirst({ where, orderBy, select: columns });
    return row ? toConversation(row) : undefined;
  }

  private async many(
    where: Prisma.ConversationWhereInput,
    orderBy: Prisma.ConversationOrderByWithRelationInput[],
    take: number,
  ): Promise<readonly Conversation[]> {
    const rows = await this.database.prisma.conversation.findMany({ where, orderBy, take, select: columns });
    return rows.map(toConversation);
  }
}
