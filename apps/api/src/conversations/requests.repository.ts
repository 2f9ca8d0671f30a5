import type { IdentityRequest } from '@countersign/contracts';
import { Prisma } from '@countersign/database';
import type { Demands } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

/** What is asked of a consumer, while it is. */
export type OpenRequest = {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: IdentityRequest['kind'];
  readonly demands: Demands | null;
  /** Null: an act demands it. */
  readonly agentId: string | null;
  /** The agent's name. */
  readonly by: string | null;
  readonly at: Date;
  readonly expiresAt: Date;
};
export type Outcome = 'proven' | 'declined' | 'expired';

type Client = Pick<Prisma.TransactionClient, '$queryRaw' | 'identityRequest'>;
type Place = { readonly brandId: string; readonly conversationId: string };

const LIFETIME_MS = 10 * 60_000;
export const expiryOf = (at: Date): Date => new Date(at.getTime() + LIFETIME_MS);

export const toRequest = ({ id, kind, by, at, expiresAt }: OpenRequest): IdentityRequest => ({
  id,
  kind,
  by,
  at: at.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

const openWhere = (client: Client, brandId: string, where: Prisma.Sql, now: Date): Promise<OpenRequest[]> =>
  client.$queryRaw<OpenRequest[]>`
    SELECT r.id, r.conversation_id AS "conversationId", r.kind, r.demands, r.agent_id AS "agentId", a.name AS by, r.at,
      r.expires_at AS "expiresAt"
    FROM identity_requests r LEFT JOIN agents a ON a.brand_id = r.brand_id AND a.id = r.agent_id
    WHERE r.brand_id = ${brandId}::uuid AND ${where} AND r.outcome IS NULL AND r.expires_at > ${now}
    ORDER BY r.at DESC LIMIT 1`;

export async function openRequest(
  client: Client,
  { brandId, conversationId, now }: Place & { readonly now: Date },
): Promise<OpenRequest | undefined> {
  const where = Prisma.sql`r.conversation_id = ${conversationId}::uuid`;
  return (await openWhere(client, brandId, where, now))[0];
}

export async function addRequest(client: Client, brandId: string, request: OpenRequest): Promise<void> {
  const { by: _name, demands, ...row } = request;
  const demanded = demands === null ? {} : { demands: demands as Prisma.InputJsonObject };
  await client.identityRequest.create({ data: { brandId, ...row, ...demanded }, select: { id: true } });
}

/** Whatever is asked in a conversation. Answers whether anything was. */
export async function settleRequests(
  client: Client,
  { brandId, conversationId, outcome, at }: Place & { readonly outcome: Outcome; readonly at: Date },
): Promise<boolean> {
  const where = { brandId, conversationId, outcome: null };
  const { count } = await client.identityRequest.updateMany({ where, data: { outcome, settledAt: at } });
  return count > 0;
}

const runOut: Statement = {
  name: 'requests.brands-run-out',
  text: 'SELECT brands_with_requests_run_out($1) AS "brandId"',
};

@Injectable()
export class RequestsRepository {
  constructor(private readonly database: Database) {}

  async openOf(brandId: string, conversationId: string, now: Date): Promise<OpenRequest | undefined> {
    return this.database.within(brandId, (prisma) => openRequest(prisma, { brandId, conversationId, now }));
  }

  /** Settled ones are as unknown as those that never were. */
  async byId(brandId: string, id: string, now: Date): Promise<OpenRequest | undefined> {
    const which = Prisma.sql`r.id = ${id}::uuid`;
    return (await this.database.within(brandId, (prisma) => openWhere(prisma, brandId, which, now)))[0];
  }

  async outcomeOf(brandId: string, id: string): Promise<Outcome | null> {
    const where = { brandId, id };
    const row = await this.database.within(brandId, (prisma) =>
      prisma.identityRequest.findFirst({ where, select: { outcome: true } }),
    );
    return (row?.outcome ?? null) as Outcome | null;
  }

  /** A proof was given for it: answers whether it was still asked for. */
  async prove(brandId: string, id: string, at: Date): Promise<boolean> {
    const data = { outcome: 'proven', settledAt: at };
    const { count } = await this.database.within(brandId, (prisma) =>
      prisma.identityRequest.updateMany({
        where: { brandId, id, outcome: null },
        data,
      }),
    );
    return count > 0;
  }

  /** Nobody answered in time. */
  async expire(now: Date): Promise<readonly Place[]> {
    const brands = await this.database.rows<{ brandId: string }>(runOut, [now]);
    const expired = await Promise.all(brands.map(({ brandId }) => this.expireOf(brandId, now)));
    return expired.flat();
  }

  private expireOf(brandId: string, now: Date): Promise<readonly Place[]> {
    return this.database.within(brandId, (prisma) =>
      prisma.identityRequest.updateManyAndReturn({
        where: { brandId, outcome: null, expiresAt: { lte: now } },
        data: { outcome: 'expired', settledAt: now },
        select: { brandId: true, conversationId: true },
      }),
    );
  }
}
