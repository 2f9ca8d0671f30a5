import { type Card, type Message, UNREAD_LIMIT } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import { CardsRepository } from './cards/cards.repository.js';
import { toCard } from './cards/stored-card.js';
import { type StoredMessage, toMessage } from './conversation.js';

export const withAgent = { agent: { select: { name: true } } } satisfies Prisma.MessageInclude;

/** Characters of what was said last, as a row of the queue shows it. */
const LAST_WORDS = 200;

export type LastWord = { conversationId: string; from: 'consumer' | 'agent'; text: string; at: Date };
export type Unread = { conversationId: string; agentId: string; unread: number };

type Read = { brandId: string; conversationId: string; agentId: string; number: number };

/** How far an agent has read. A mark only moves forward. */
export async function markRead(
  client: Pick<Prisma.TransactionClient, '$executeRaw'>,
  { brandId, conversationId, agentId, number }: Read,
): Promise<void> {
  await client.$executeRaw`
    INSERT INTO conversation_reads (brand_id, conversation_id, agent_id, number)
    VALUES (${brandId}::uuid, ${conversationId}::uuid, ${agentId}::uuid, ${number})
    ON CONFLICT (brand_id, conversation_id, agent_id)
    DO UPDATE SET number = greatest(conversation_reads.number, excluded.number)`;
}

/** Read for each line that another process stored: by SQL, as Prisma's way costs more than all the rest of a delivery. */
const lines = `SELECT m.id, m.conversation_id AS "conversationId", m.number, m."from", a.name AS by, m.text, m.event,
    m.attachment, m.card_id AS "cardId", m.at, m.client_id AS "clientId", m.stamp_assurance AS "stampAssurance", m.stamp_issuer AS "stampIssuer"
  FROM messages m LEFT JOIN agents a ON a.brand_id = m.brand_id AND a.id = m.agent_id
  WHERE m.brand_id = $1 AND m.conversation_id = $2`;
const after: Statement = {
  name: 'messages.after',
  text: `${lines} AND m.number > $3 ORDER BY m.number LIMIT $4`,
};
const before: Statement = {
  name: 'messages.before',
  text: `${lines} AND m.number < $3 ORDER BY m.number DESC LIMIT $4`,
};
type LineRow = Omit<StoredMessage, 'agent'> & { readonly by: string | null };
const toLine = ({ by, ...row }: LineRow, cards: ReadonlyMap<string, Card>): Message =>
  toMessage({ ...row, agent: by === null ? null : { name: by } }, cards.get(row.cardId ?? '') ?? null);

/** The last of each, by the index: not all that was ever said in them. */
const lastWords: Statement = {
  name: 'messages.last-words',
  text: `SELECT c.id AS "conversationId", m."from", m.text, m.at
    FROM unnest($2::uuid[]) AS c(id)
    CROSS JOIN LATERAL (
      SELECT m."from", m.at, left(CASE WHEN m.text = '' THEN coalesce(m.attachment->>'name', '') ELSE m.text END, $3) AS text
      FROM messages m
      WHERE m.brand_id = $1 AND m.conversation_id = c.id AND m."from" <> 'system'
      ORDER BY m.number DESC LIMIT 1
    ) AS m`,
};
/** Each conversation's last ones are read once, and counted for each agent by where their mark lies among them. */
const unread: Statement = {
  name: 'messages.unread',
  text: `SELECT c.id AS "conversationId", a.id AS "agentId",
      cardinality(last.numbers) - width_bucket(coalesce(r.number, 0), last.numbers) AS unread
    FROM unnest($2::uuid[]) AS c(id)
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(said.number ORDER BY said.number), '{}') AS numbers FROM (
        SELECT m.number FROM messages m
        WHERE m.brand_id = $1 AND m.conversation_id = c.id AND m."from" = 'consumer'
        ORDER BY m.number DESC LIMIT $4
      ) AS said OFFSET 0
    ) AS last
    CROSS JOIN unnest($3::uuid[]) AS a(id)
    LEFT JOIN conversation_reads r ON r.brand_id = $1 AND r.conversation_id = c.id AND r.agent_id = a.id`,
};

@Injectable()
export class MessagesRepository {
  constructor(
    private readonly database: Database,
    private readonly cards: CardsRepository,
  ) {}

  async after(brandId: string, conversationId: string, number: number, limit: number): Promise<Message[]> {
    const rows = await this.database.within(brandId, () =>
      this.database.rows<LineRow>(after, [brandId, conversationId, number, limit]),
    );
    return this.withCards(brandId, rows);
  }

  /** The last ones before a number, in order. */
  async before(brandId: string, conversationId: string, number: number, limit: number): Promise<Message[]> {
    const rows = await this.database.within(brandId, () =>
      this.database.rows<LineRow>(before, [brandId, conversationId, number, limit]),
    );
    return (await this.withCards(brandId, rows)).reverse();
  }

  /** Most lines have none, and then nobody is asked. */
  private async withCards(brandId: string, rows: readonly LineRow[]): Promise<Message[]> {
    const ids = rows.flatMap(({ cardId }) => cardId ?? []);
    const cards = ids.length > 0 ? await this.cards.byIds(brandId, ids) : [];
    const by = new Map(cards.map((card) => [card.id, toCard(card)]));
    return rows.map((row) => toLine(row, by));
  }

  /** What an agent's client has sent under this id, if it has. */
  async sentByAgent(brandId: string, conversationId: string, clientId: string): Promise<Message | undefined> {
    const where = { brandId, conversationId, from: 'agent', clientId };
    const row = await this.database.within(brandId, (prisma) =>
      prisma.message.findFirst({ where, include: withAgent }),
    );
    if (!row) return undefined;
    const { agent, ...line } = row;
    return (await this.withCards(brandId, [{ ...line, by: agent?.name ?? null }]))[0];
  }

  /** What people said last: lines of the service are not words of anybody. */
  async lastWords(brandId: string, conversationIds: readonly string[]): Promise<readonly LastWord[]> {
    if (conversationIds.length === 0) return [];
    return this.database.within(brandId, () =>
      this.database.rows<LastWord>(lastWords, [brandId, conversationIds, LAST_WORDS]),
    );
  }

  /** When the consumer last said something. */
  async lastSaidAt(brandId: string, conversationId: string): Promise<Date | null> {
    const last = await this.database.within(brandId, (prisma) =>
      prisma.message.findFirst({
        where: { brandId, conversationId, from: 'consumer' },
        orderBy: { number: 'desc' },
        select: { at: true },
      }),
    );
    return last?.at ?? null;
  }

  /** How many messages of the consumer each agent has not seen, for each pair: counted up to a limit, above which nobody reads the number. */
  async unread(
    brandId: string,
    conversationIds: readonly string[],
    agentIds: readonly string[],
  ): Promise<readonly Unread[]> {
    if (conversationIds.length === 0 || agentIds.length === 0) return [];
    return this.database.within(brandId, () =>
      this.database.rows<Unread>(unread, [brandId, conversationIds, agentIds, UNREAD_LIMIT]),
    );
  }

  async markRead(brandId: string, conversationId: string, agentId: string, number: number): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      markRead(prisma, { brandId, conversationId, agentId, number }),
    );
  }
}
