import type { QueueCounts } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { Conversation } from './conversation.js';
import { columns, toConversation } from './conversations.repository.js';
import type { QueuePlace } from './queue-place.js';

type Where = Prisma.ConversationWhereInput;

const counting: Statement = {
  name: 'queue.counts',
  text: `SELECT (count(*) FILTER (WHERE agent_id = $2::uuid))::int AS yours,
      (count(*) FILTER (WHERE agent_id IS NULL))::int AS waiting,
      (count(*) FILTER (WHERE agent_id <> $2::uuid))::int AS "withOthers"
    FROM conversations WHERE brand_id = $1 AND state <> 'ended'`,
};

const AT_ONCE = 500;

const laterOpened = ({ openedAt, id }: QueuePlace): Where[] => [
  { openedAt: { lt: openedAt } },
  { openedAt, id: { gt: id } },
];

const afterOpen = (place: QueuePlace): Where =>
  place.first === null
    ? { waitingSince: null, OR: laterOpened(place) }
    : {
        OR: [
          { waitingSince: { gt: place.first } },
          { waitingSince: null },
          ...laterOpened(place).map((later) => ({ waitingSince: place.first, ...later })),
        ],
      };

const afterEnded = (place: QueuePlace): Where =>
  place.first === null
    ? {}
    : {
        OR: [
          { endedAt: { lt: place.first } },
          ...laterOpened(place).map((later) => ({ endedAt: place.first, ...later })),
        ],
      };

/** The queue, page by page: from a place on, so that what comes and goes above it moves nothing below. */
@Injectable()
export class QueueRepository {
  constructor(private readonly database: Database) {}

  /** Who has waited longest comes first, then those who have their answer. */
  async open(brandId: string, limit: number, after: QueuePlace | null): Promise<readonly Conversation[]> {
    const longestWait = { waitingSince: { sort: 'asc', nulls: 'last' } } as const;
    return this.page(
      brandId,
      { state: { not: 'ended' }, ...(after && afterOpen(after)) },
      [longestWait, { openedAt: 'desc' }, { id: 'asc' }],
      limit,
    );
  }

  async ended(brandId: string, limit: number, after: QueuePlace | null): Promise<readonly Conversation[]> {
    return this.page(
      brandId,
      { state: 'ended', ...(after && afterEnded(after)) },
      [{ endedAt: 'desc' }, { openedAt: 'desc' }, { id: 'asc' }],
      limit,
    );
  }

  /** All that are open, without holding more than a page of them. */
  async *openIds(brandId: string): AsyncGenerator<string> {
    let place: QueuePlace | null = null;
    do {
      const page: readonly Conversation[] = await this.open(brandId, AT_ONCE, place);
      for (const { id } of page) yield id;
      const last = page.length === AT_ONCE ? page.at(-1) : undefined;
      place = last ? { first: last.waitingSince, openedAt: last.openedAt, id: last.id } : null;
    } while (place !== null);
  }

  async counts(brandId: string, agentId: string): Promise<QueueCounts> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<QueueCounts>(counting, [brandId, agentId]),
    );
    return row ?? { yours: 0, waiting: 0, withOthers: 0 };
  }

  private async page(
    brandId: string,
    where: Where,
    orderBy: Prisma.ConversationOrderByWithRelationInput[],
    take: number,
  ): Promise<readonly Conversation[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.conversation.findMany({ where: { ...where, brandId }, orderBy, take, select: columns }),
    );
    return rows.map(toConversation);
  }
}
