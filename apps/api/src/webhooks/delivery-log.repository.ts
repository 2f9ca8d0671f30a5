import type { AttemptResult, DeliveryState, deliveryQuery } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database } from '../common/database.js';
import type { Refs } from './delivery.js';

export type Counts = { readonly delivered: number; readonly waiting: number; readonly givenUp: number };
export type AttemptRow = {
  readonly id: string;
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly outcome: AttemptResult;
  readonly answer: string;
  readonly replayed: boolean;
};
const shown = {
  tries: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.WebhookDeliveryInclude;
type Found = Prisma.WebhookDeliveryGetPayload<{ include: typeof shown }>;
/** With its tries, the latest first. */
export type LoggedDelivery = Omit<Found, 'state' | 'refs' | 'tries'> & {
  readonly state: DeliveryState;
  readonly refs: Refs;
  readonly tries: readonly AttemptRow[];
};

const toLogged = (row: Found): LoggedDelivery => ({
  ...row,
  state: row.state as DeliveryState,
  refs: row.refs as Refs,
  tries: row.tries.map((one) => ({ ...one, outcome: one.outcome as AttemptResult })),
});

/** What became of what was told. */
@Injectable()
export class DeliveryLogRepository {
  constructor(private readonly database: Database) {}

  /** By endpoint: of what happened since then, how much came to which end; of what waits, all. */
  async countsSince(brandId: string, since: Date): Promise<ReadonlyMap<string, Counts>> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.webhookDelivery.groupBy({
        by: ['endpointId', 'state'],
        where: { brandId, OR: [{ at: { gte: since } }, { state: 'waiting' }] },
        _count: true,
      }),
    );
    const counts = new Map<string, Counts>();
    const names = { delivered: 'delivered', waiting: 'waiting', given_up: 'givenUp' } as const;
    for (const { endpointId, state, _count } of rows) {
      const known = counts.get(endpointId) ?? { delivered: 0, waiting: 0, givenUp: 0 };
      counts.set(endpointId, { ...known, [names[state as DeliveryState]]: _count });
    }
    return counts;
  }

  /** The latest first. */
  async page(
    brandId: string,
    endpointId: string,
    { state, type, before, limit }: z.output<typeof deliveryQuery>,
  ): Promise<readonly LoggedDelivery[]> {
    return this.database.within(brandId, async (prisma) => {
      const last =
        before === undefined
          ? null
          : await prisma.webhookDelivery.findFirst({ where: { brandId, id: before } });
      const where = {
        ...{ brandId, endpointId },
        ...(state === undefined ? {} : { state }),
        ...(type === undefined ? {} : { type }),
        ...(last === null ? {} : { number: { lt: last.number } }),
      };
      const rows = await prisma.webhookDelivery.findMany({
        ...{ where, take: limit, orderBy: { number: 'desc' as const } },
        include: { tries: { ...shown.tries, take: 1 } },
      });
      return rows.map(toLogged);
    });
  }

  async byId(brandId: string, endpointId: string, id: string): Promise<LoggedDelivery | undefined> {
    const row = await this.database.within(brandId, (prisma) =>
      prisma.webhookDelivery.findFirst({ where: { brandId, endpointId, id }, include: shown }),
    );
    return row ? toLogged(row) : undefined;
  }

  /** From its first try on. What a process has in hand is on its way already. */
  async replay(brandId: string, endpointId: string, id: string, now: Date): Promise<number> {
    return this.again(
      brandId,
      { endpointId, id, OR: [{ leasedUntil: null }, { leasedUntil: { lte: now } }] },
      now,
    );
  }

  /** What was not delivered: given up, or waiting after a try that went wrong. */
  async replayFailed(brandId: string, endpointId: string, since: Date, now: Date): Promise<number> {
    const failed = [{ state: 'given_up' }, { state: 'waiting', attempts: { gt: 0 } }];
    const free = [{ leasedUntil: null }, { leasedUntil: { lte: now } }];
    return this.again(brandId, { endpointId, at: { gte: since }, AND: [{ OR: failed }, { OR: free }] }, now);
  }

  async addTest(brandId: string, endpointId: string, id: string, type: string, at: Date): Promise<void> {
    const data = { brandId, endpointId, id, type, at, nextAt: at, refs: {}, replayed: true };
    await this.database.within(brandId, (prisma) => prisma.webhookDelivery.createMany({ data }));
  }

  private async again(
    brandId: string,
    where: Prisma.WebhookDeliveryWhereInput,
    nextAt: Date,
  ): Promise<number> {
    const data = { state: 'waiting', attempts: 0, nextAt, replayed: true };
    const { count } = await this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        const changed = await tx.webhookDelivery.updateMany({ where: { brandId, ...where }, data });
        // Somebody asks for it now: a pause would only look like nothing happens.
        const paused = { brandId, id: String(where.endpointId), pausedUntil: { not: null } };
        await tx.webhookEndpoint.updateMany({ where: paused, data: { pausedUntil: null } });
        return changed;
      }),
    );
    return count;
  }
}
