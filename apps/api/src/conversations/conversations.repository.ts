import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { LiveSession, Speaker } from '../identity/index.js';
import type { Conversation } from './conversation.js';

export const columns = {
  brandId: true,
  id: true,
  sessionId: true,
  familyId: true,
  consumerId: true,
  state: true,
  agent: { select: { id: true, name: true } },
  lastNumber: true,
  openedAt: true,
  waitingSince: true,
  endedAt: true,
  consumerRead: true,
  consumerDelivered: true,
  agentDelivered: true,
  agentRead: true,
  linkedTo: true,
  offeredTo: true,
  offeredUntil: true,
} satisfies Prisma.ConversationSelect;
type Row = Prisma.ConversationGetPayload<{ select: typeof columns }>;

export const toConversation = (row: Row): Conversation => ({
  ...row,
  state: row.state as Conversation['state'],
});

/** At one look. */
const LOOKED_AT = 500;

type Offered = { readonly brandId: string; readonly id: string; readonly offeredTo: string };
type Found = Omit<Conversation, 'agent'> & {
  readonly agentId: string | null;
  readonly agentName: string | null;
};

/** Asked whenever a session is opened or resumed, mostly in vain. */
const latestOpen = (name: string, whose: string): Statement => ({
  name: `conversations.${name}`,
  text: `SELECT c.brand_id AS "brandId", c.id, c.session_id AS "sessionId", c.family_id AS "familyId", c.consumer_id AS "consumerId", c.state,
      c.consumer_read AS "consumerRead", c.consumer_delivered AS "consumerDelivered", c.agent_delivered AS "agentDelivered", c.agent_read AS "agentRead",
      c.last_number AS "lastNumber", c.opened_at AS "openedAt", c.waiting_since AS "waitingSince",
      c.ended_at AS "endedAt",
      c.linked_to AS "linkedTo", c.offered_to AS "offeredTo", c.offered_until AS "offeredUntil", a.id AS "agentId", a.name AS "agentName"
    FROM conversations c LEFT JOIN agents a ON a.brand_id = c.brand_id AND a.id = c.agent_id
    WHERE c.brand_id = $1 AND ${whose} AND c.state <> 'ended' ORDER BY c.opened_at DESC LIMIT 1`,
});
const ofConsumer = latestOpen('open-of-consumer', 'c.consumer_id = $2');
const ofSession = latestOpen('open-by-session', 'c.session_id = $2');
const ofStranger = latestOpen(
  'open-of-stranger',
  'c.family_id = $2 AND c.consumer_id IS NULL AND c.offered_to IS NULL',
);

const ofOffer = latestOpen(
  'offered-to',
  'c.offered_to = $2 AND ($3::timestamptz IS NULL OR c.offered_until > $3)',
);
const offersRunOut: Statement = {
  name: 'conversations.offers-run-out',
  text: 'SELECT brand AS "brandId", id, family AS "offeredTo" FROM offers_run_out($1, $2)',
};
const reading: Statement = {
  name: 'conversations.mark-read',
  text: `UPDATE conversations SET consumer_read = least($3::int, last_number)
    WHERE brand_id = $1 AND id = $2 AND consumer_read < least($3::int, last_number)`,
};

type LeftBehind = { readonly brandId: string; readonly id: string; readonly agentId: string };
const leftBehind: Statement = {
  name: 'conversations.left-behind',
  text: 'SELECT brand AS "brandId", id, agent AS "agentId" FROM conversations_left_behind($1)',
};

type LastNumber = { readonly conversationId: string; readonly number: number };
const lastNumbers: Statement = {
  name: 'conversations.last-numbers',
  text: `SELECT id AS "conversationId", last_number AS number FROM conversations WHERE brand_id = $1 AND id = ANY($2::uuid[])`,
};

/** Newest first by when they began. One that was linked to another stands right before that, whenever it began. */
const earlier = (name: string, whose: string): Statement => ({
  name: `conversations.${name}`,
  text: `WITH mine AS (
      SELECT c.id, (coalesce(l.opened_at, c.opened_at), coalesce(l.id, c.id), l.id IS NULL, c.opened_at, c.id) AS place
      FROM conversations c LEFT JOIN conversations l ON l.brand_id = c.brand_id AND l.id = c.linked_to
      WHERE c.brand_id = $1 AND ${whose}
    )
    SELECT id FROM mine WHERE $3::uuid IS NULL OR place < (SELECT place FROM mine WHERE id = $3::uuid)
    ORDER BY place DESC LIMIT 1`,
});
const earlierOfConsumer = earlier('earlier-of-consumer', 'c.consumer_id = $2');
const earlierOfStranger = earlier(
  'earlier-of-stranger',
  'c.family_id = $2 AND c.consumer_id IS NULL AND c.offered_to IS NULL',
);

/** Which conversations a session may call its own. */
export const ownedBy = ({ brandId, familyId, consumerId }: Speaker) =>
  consumerId === null ? { brandId, familyId, consumerId: null, offeredTo: null } : { brandId, consumerId };

@Injectable()
export class ConversationsRepository {
  constructor(private readonly database: Database) {}

  /** Another brand's is as unknown as one that never was. */
  async byId(brandId: string, id: string): Promise<Conversation | undefined> {
    const row = await this.database.within(brandId, (prisma) =>
      prisma.conversation.findFirst({ where: { brandId, id }, select: columns }),
    );
    return row ? toConversation(row) : undefined;
  }

  async byIds(brandId: string, ids: readonly string[]): Promise<readonly Conversation[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.conversation.findMany({ where: { id: { in: [...ids] }, brandId }, select: columns }),
    );
    return rows.map(toConversation);
  }

  /** Up to which number each has lines. */
  async lastNumbers(brandId: string, ids: readonly string[]): Promise<readonly LastNumber[]> {
    return this.database.within(brandId, () => this.database.rows<LastNumber>(lastNumbers, [brandId, ids]));
  }

  async openOf({
    brandId,
    familyId,
    consumerId,
  }: Omit<Speaker, 'sessionId'>): Promise<Conversation | undefined> {
    return consumerId === null
      ? this.first(ofStranger, [brandId, familyId])
      : this.openOfConsumer(brandId, consumerId);
  }

  async openOfConsumer(brandId: string, consumerId: string): Promise<Conversation | undefined> {
    return this.first(ofConsumer, [brandId, consumerId]);
  }

  /** Which one the consumer of these sessions is asked about; without a moment, also too late. */
  async offeredTo(brandId: string, familyId: string, now?: Date): Promise<Conversation | undefined> {
    return this.first(ofOffer, [brandId, familyId, now ?? null]);
  }

  async offeredBefore(now: Date): Promise<readonly Offered[]> {
    return this.database.rows<Offered>(offersRunOut, [now, LOOKED_AT]);
  }

  /** Whose agent was removed, in whatever brand. */
  async leftBehind(): Promise<readonly LeftBehind[]> {
    return this.database.rows<LeftBehind>(leftBehind, [LOOKED_AT]);
  }

  /** The consumer has read so far, on one of their devices. Answers whether that is further than before. */
  async markRead(brandId: string, id: string, number: number): Promise<boolean> {
    return (
      (await this.database.within(brandId, () => this.database.count(reading, [brandId, id, number]))) === 1
    );
  }

  /** The one before another, in the order the consumer reads them: see `earlier`. Without another, the latest. */
  async earlierThan(session: Speaker, before: string | null): Promise<Conversation | undefined> {
    const { brandId, familyId, consumerId } = session;
    const whose = consumerId ?? familyId;
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<{ id: string }>(consumerId === null ? earlierOfStranger : earlierOfConsumer, [
        brandId,
        whose,
        before,
      ]),
    );
    return row && this.byId(brandId, row.id);
  }

  /** Whether there is anything before the one that is open. */
  async hasEnded(speaker: Speaker): Promise<boolean> {
    const where = { ...ownedBy(speaker), state: 'ended' };
    return this.database.within(
      speaker.brandId,
      async (prisma) => (await prisma.conversation.findFirst({ where, select: { id: true } })) !== null,
    );
  }

  /** The one a session speaks in, whoever it belongs to. */
  async openBySession(brandId: string, sessionId: string): Promise<Conversation | undefined> {
    return this.first(ofSession, [brandId, sessionId]);
  }

  /** Where a message with this id of the client was stored: for a resend that does not know the conversation yet. */
  async holding(session: LiveSession, clientId: string): Promise<string | undefined> {
    const { brandId } = session;
    const row = await this.database.within(brandId, (prisma) =>
      prisma.message.findFirst({
        where: { brandId, from: 'consumer', clientId, conversation: ownedBy(session) },
        select: { conversationId: true },
      }),
    );
    return row?.conversationId;
  }

  private async first(
    statement: Statement,
    values: readonly [brandId: string, whose: string, ...more: readonly (Date | null)[]],
  ): Promise<Conversation | undefined> {
    const [row] = await this.database.within(values[0], () => this.database.rows<Found>(statement, values));
    if (!row) return undefined;
    const { agentId, agentName, ...conversation } = row;
    return { ...conversation, agent: agentId === null ? null : { id: agentId, name: agentName ?? '' } };
  }
}
