import type { AttemptResult } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { Delivery } from './delivery.js';
import { ORDERED_ATTEMPTS } from './schedule.js';

export type EndpointKey = { readonly brandId: string; readonly id: string };
/** Taken for a while: by which process, and until when nobody else does. */
export type Lease = { readonly id: string; readonly until: Date };

export type Tried = {
  readonly attemptId: string;
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly outcome: AttemptResult;
  readonly answer: string;
  /** Undefined: not again. */
  readonly nextAt: Date | undefined;
};
/** What the endpoint is from now on. */
export type Health = {
  readonly state: 'on' | 'failing' | 'off';
  readonly offReason: 'gone' | 'failed_for_days' | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly pausedUntil: Date | null;
};

const due: Statement = {
  name: 'webhooks.due',
  text: 'SELECT brand AS "brandId", id FROM webhooks_due($1)',
};
/**
 * In their order, and none while an earlier one of its conversation is still tried: what another process has in hand
 * waits as well, so it holds across them.
 */
const claiming: Statement = {
  name: 'webhooks.claim',
  text: `WITH picked AS MATERIALIZED (
      SELECT d.id FROM webhook_deliveries d
      WHERE d.brand_id = $1 AND d.endpoint_id = $2 AND d.state = 'waiting' AND d.next_at <= $3
        AND (d.leased_until IS NULL OR d.leased_until <= $3)
        AND NOT EXISTS (SELECT FROM webhook_deliveries b WHERE b.brand_id = d.brand_id AND b.endpoint_id = d.endpoint_id
          AND b.conversation_id = d.conversation_id AND b.state = 'waiting' AND b.number < d.number
          AND b.attempts < ${ORDERED_ATTEMPTS})
      ORDER BY d.number LIMIT $4 FOR UPDATE SKIP LOCKED
    )
    UPDATE webhook_deliveries d SET lease = $5, leased_until = $6 FROM picked
    WHERE d.brand_id = $1 AND d.id = picked.id
    RETURNING d.id, d.type, d.at, d.conversation_id AS "conversationId", d.consumer_id AS "consumerId", d.refs, d.attempts,
      d.replayed`,
};
const forgetting: Statement = {
  name: 'webhooks.forget',
  text: 'SELECT forget_webhook_deliveries($1)::int AS gone',
};
const telling: Statement = {
  name: 'webhooks.tell',
  text: 'SELECT webhook_tell($1, $2, $3, NULL, $4, $5::jsonb, $6)',
};

/** The outbox: what was told by transactions, until it is delivered. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** Endpoints, of whatever brand, for which something is to be sent. */
  async due(now: Date): Promise<readonly EndpointKey[]> {
    return this.database.rows<EndpointKey>(due, [now]);
  }

  async claim(
    { brandId, id }: EndpointKey,
    most: number,
    lease: Lease,
    now: Date,
  ): Promise<readonly Delivery[]> {
    const values = [brandId, id, now, most, lease.id, lease.until];
    return this.database.within(brandId, () => this.database.rows<Delivery>(claiming, values));
  }

  /** What became of it, and of the endpoint. Not where another process has taken it over meanwhile. */
  async settle(
    { brandId, id, url }: EndpointKey & { readonly url: string },
    delivery: Delivery,
    lease: Lease,
    tried: Tried,
    health: Health,
  ): Promise<void> {
    const { attemptId, at, durationMs, status, outcome, answer, nextAt } = tried;
    const state = outcome === 'delivered' ? 'delivered' : nextAt ? 'waiting' : 'given_up';
    await this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        const { count } = await tx.webhookDelivery.updateMany({
          where: { brandId, id: delivery.id, lease: lease.id },
          data: {
            ...{ state, lease: null, leasedUntil: null, replayed: false, attempts: { increment: 1 } },
            ...(nextAt ? { nextAt } : {}),
          },
        });
        if (count === 0) return;
        const kept = (await isStillThere(tx, brandId, delivery)) ? answer : '';
        await tx.webhookAttempt.createMany({
          data: {
            ...{
              brandId,
              id: attemptId,
              deliveryId: delivery.id,
              at,
              durationMs,
              status,
              outcome,
              answer: kept,
            },
            replayed: delivery.replayed,
          },
        });
        // Whoever turned it off meanwhile is right; and what another address did says nothing of the one it has now.
        await tx.webhookEndpoint.updateMany({
          where: { brandId, id, url, state: { not: 'off' } },
          data: health,
        });
      }),
    );
  }

  /** What no transaction makes so, but time: told once, whoever sees it. */
  async tell(
    brandId: string,
    type: string,
    at: Date,
    consumerId: string,
    refs: object,
    once: string,
  ): Promise<void> {
    const values = [brandId, type, at, consumerId, JSON.stringify(refs), once];
    await this.database.within(brandId, () => this.database.rows(telling, values));
  }

  async forget(before: Date): Promise<number> {
    const [row] = await this.database.rows<{ gone: number }>(forgetting, [before]);
    return row?.gone ?? 0;
  }
}

/** Held until this is written: of whoever is erased meanwhile, no answer is kept that may say who they were. */
async function isStillThere(
  tx: Prisma.TransactionClient,
  brandId: string,
  { consumerId, conversationId }: Delivery,
): Promise<boolean> {
  const people = consumerId
    ? await tx.$queryRaw<
        unknown[]
      >`SELECT 1 FROM consumers WHERE brand_id = ${brandId}::uuid AND id = ${consumerId}::uuid FOR KEY SHARE`
    : [true];
  const talks = conversationId
    ? await tx.$queryRaw<
        unknown[]
      >`SELECT 1 FROM conversations WHERE brand_id = ${brandId}::uuid AND id = ${conversationId}::uuid FOR KEY SHARE`
    : [true];
  return people.length > 0 && talks.length > 0;
}
