import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../common/database.js';
import type { Keyed } from '../../common/keyed.js';
import { PersonalKeys } from '../../personal/index.js';
import { type CardRow, openCard, withKey } from './card-row.js';
import type { StoredCard } from './stored-card.js';

/** Of one conversation, the latest. */
const MOST = 50;
/** At one look. */
const LOOKED_AT = 200;

const due: Statement = {
  name: 'cards.brands-due',
  text: 'SELECT brands_with_cards_due($1) AS "brandId"',
};

/** Whom the brand's backend is told that it was. */
export type CardOwner = { readonly issuer: string; readonly subject: string };

@Injectable()
export class CardsRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
  ) {}

  async byId(brandId: string, id: string): Promise<StoredCard | undefined> {
    return (await this.byIds(brandId, [id]))[0];
  }

  async byIds(brandId: string, ids: readonly string[]): Promise<readonly StoredCard[]> {
    const where = { brandId, id: { in: [...ids] } };
    return this.opened(
      await this.database.within(brandId, (prisma) => prisma.card.findMany({ where, include: withKey })),
    );
  }

  async ofConversation(brandId: string, conversationId: string): Promise<readonly StoredCard[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.card.findMany({
        where: { brandId, conversationId },
        include: withKey,
        orderBy: { changedAt: 'desc' },
        take: MOST,
      }),
    );
    return this.opened(rows);
  }

  /** All that a consumer was ever proposed, in its order. */
  async ofConsumer(brandId: string, consumerId: string): Promise<readonly StoredCard[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.card.findMany({
        where: { brandId, consumerId },
        include: withKey,
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      }),
    );
    return this.opened(rows);
  }

  /** Those of a consumer that may still become something. */
  async openOfConsumer(brandId: string, consumerId: string): Promise<readonly StoredCard[]> {
    const where = { brandId, consumerId, state: { in: ['proposed', 'accepted'] } };
    return this.opened(
      await this.database.within(brandId, (prisma) =>
        prisma.card.findMany({ where, include: withKey, take: LOOKED_AT }),
      ),
    );
  }

  /** Which somebody must look at now, of whatever brand. */
  async due(
    now: Date,
  ): Promise<readonly { readonly brandId: string; readonly cards: readonly StoredCard[] }[]> {
    const brands = await this.database.rows<{ brandId: string }>(due, [now]);
    return Promise.all(
      brands.map(async ({ brandId }) => ({ brandId, cards: await this.dueOf(brandId, now) })),
    );
  }

  async ownerOf(brandId: string, consumerId: string): Promise<CardOwner | undefined> {
    const row = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findFirst({
        where: { brandId, id: consumerId },
        select: { subject: true, issuer: { select: { url: true } } },
      }),
    );
    return row ? { issuer: row.issuer.url, subject: row.subject } : undefined;
  }

  /** Under which a consumer's cards are sealed. Undefined: nothing of theirs ever was. */
  async keyOf(brandId: string, consumerId: string): Promise<Keyed | undefined> {
    const row = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findFirst({ where: { brandId, id: consumerId }, select: { wrappedKey: true } }),
    );
    return row?.wrappedKey ? this.keys.open(brandId, consumerId, row.wrappedKey) : undefined;
  }

  private async dueOf(brandId: string, now: Date): Promise<readonly StoredCard[]> {
    const where = {
      brandId,
      OR: [
        { state: 'proposed', expiresAt: { lte: now } },
        { state: 'accepted' },
        { state: 'executing', leasedUntil: { lte: now } },
      ],
    };
    return this.opened(
      await this.database.within(brandId, (prisma) =>
        prisma.card.findMany({ where, include: withKey, take: LOOKED_AT }),
      ),
    );
  }

  private async opened(rows: readonly CardRow[]): Promise<readonly StoredCard[]> {
    const cards = await Promise.all(rows.map((row) => openCard(this.keys, row)));
    return cards.filter((card) => card !== undefined);
  }
}
