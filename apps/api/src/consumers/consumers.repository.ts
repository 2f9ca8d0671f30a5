import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import { nameOf, PersonalKeys } from '../personal/index.js';

/** Who a consumer is. */
export type ConsumerRow = {
  readonly id: string;
  readonly issuerId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  readonly wrappedKey: string | null;
  readonly createdAt: Date;
};

/** All that is known of one consumer. */
@Injectable()
export class ConsumersRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
  ) {}

  async byId(brandId: string, id: string): Promise<ConsumerRow | undefined> {
    const found = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findFirst({ where: { brandId, id }, include: { issuer: { select: { url: true } } } }),
    );
    if (!found) return undefined;
    const { issuerId, issuer, subject, wrappedKey, createdAt } = found;
    const name = await nameOf(this.keys, { ...found, consumerId: id });
    return { id, issuerId, issuer: issuer.url, subject, name, wrappedKey, createdAt };
  }

  async idOf(brandId: string, issuer: string, subject: string): Promise<string | undefined> {
    const where = { brandId, subject, issuer: { OR: [{ url: issuer }, { aliases: { has: issuer } }] } };
    const found = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findFirst({ where, select: { id: true } }),
    );
    return found?.id;
  }

  async sessionsOf(brandId: string, consumerId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.session.findMany({
        where: { brandId, consumerId },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          origin: true,
          openedAt: true,
          verifiedAt: true,
          endedAt: true,
          endReason: true,
          connection: { select: { key: true } },
        },
      }),
    );
  }

  async conversationsOf(brandId: string, consumerId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.conversation.findMany({
        where: { brandId, consumerId },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
        select: {
          ...{ id: true, state: true, openedAt: true, endedAt: true, linkedTo: true },
          rating: { select: { score: true, comment: true, at: true } },
        },
      }),
    );
  }

  async messagesOf(brandId: string, conversationId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.message.findMany({
        where: { brandId, conversationId },
        orderBy: { number: 'asc' },
        select: {
          number: true,
          from: true,
          text: true,
          event: true,
          at: true,
          stampAssurance: true,
          stampIssuer: true,
        },
      }),
    );
  }

  async eventsOf(brandId: string, conversationId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.identityEvent.findMany({
        where: { brandId, conversationId },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { kind: true, at: true, issuerLabel: true, connectionKey: true, reason: true },
      }),
    );
  }

  async attachmentsOf(brandId: string, conversationIds: readonly string[]) {
    return this.database.within(brandId, (prisma) =>
      prisma.attachment.findMany({
        where: { brandId, conversationId: { in: [...conversationIds] }, state: 'ready' },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { id: true, conversationId: true, by: true, name: true, type: true, bytes: true, at: true },
      }),
    );
  }
}
