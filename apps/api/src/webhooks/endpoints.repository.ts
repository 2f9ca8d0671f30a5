import { WEBHOOKS_LIMIT, type WebhookChange, type WebhookType } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { type Audited, addAudit } from '../audit/index.js';
import { Database } from '../common/database.js';
import type { Endpoint } from './endpoint.js';

const columns = {
  brandId: true,
  id: true,
  url: true,
  description: true,
  types: true,
  facts: true,
  texts: true,
  state: true,
  offReason: true,
  failures: true,
  failingSince: true,
  secret: true,
  formerSecret: true,
  formerUntil: true,
  createdAt: true,
} satisfies Prisma.WebhookEndpointSelect;
type Row = Prisma.WebhookEndpointGetPayload<{ select: typeof columns }>;

const toEndpoint = (row: Row): Endpoint => ({
  ...row,
  types: row.types as WebhookType[],
  state: row.state as Endpoint['state'],
  offReason: row.offReason as Endpoint['offReason'],
});

export type Written = { readonly audited: Audited; readonly at: Date };

@Injectable()
export class EndpointsRepository {
  constructor(private readonly database: Database) {}

  async ofBrand(brandId: string): Promise<readonly Endpoint[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.webhookEndpoint.findMany({ where: { brandId }, select: columns, orderBy: { createdAt: 'asc' } }),
    );
    return rows.map(toEndpoint);
  }

  async byId(brandId: string, id: string): Promise<Endpoint | undefined> {
    const row = await this.database.within(brandId, (prisma) =>
      prisma.webhookEndpoint.findFirst({ where: { brandId, id }, select: columns }),
    );
    return row ? toEndpoint(row) : undefined;
  }

  /** Answers false where the brand has as many as it may. */
  async add(endpoint: Endpoint, { audited, at }: Written): Promise<boolean> {
    const { brandId } = endpoint;
    return this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        // Two that are made at once must not count the same old ones.
        await tx.$queryRaw`SELECT 1 FROM brands WHERE id = ${brandId}::uuid FOR UPDATE`;
        if ((await tx.webhookEndpoint.count({ where: { brandId } })) >= WEBHOOKS_LIMIT) return false;
        await tx.webhookEndpoint.createMany({ data: { ...endpoint, types: [...endpoint.types] } });
        await addAudit(tx, brandId, audited, at);
        return true;
      }),
    );
  }

  /** Turned on, or at another address, it begins anew: what it failed at before is not held against it. */
  async change(
    brandId: string,
    id: string,
    { on, ...wanted }: WebhookChange,
    { audited, at }: Written,
  ): Promise<void> {
    const anew = { state: 'on', offReason: null, failures: 0, failingSince: null, pausedUntil: null };
    await this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        const changes = on
          ? { OR: [{ state: 'off' }, { url: { not: wanted.url } }] }
          : { state: { not: 'off' } };
        await tx.webhookEndpoint.updateMany({
          where: { brandId, id, ...changes },
          data: on ? anew : { state: 'off', offReason: 'by_hand' },
        });
        await tx.webhookEndpoint.updateMany({ where: { brandId, id }, data: wanted });
        await addAudit(tx, brandId, audited, at);
      }),
    );
  }

  /** The present secret becomes the former one. One that is still the former from before signs no more. */
  async rotate(
    brandId: string,
    id: string,
    secret: string,
    formerUntil: Date,
    { audited, at }: Written,
  ): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE webhook_endpoints SET former_secret = secret, former_until = ${formerUntil}, secret = ${secret}
          WHERE brand_id = ${brandId}::uuid AND id = ${id}::uuid`;
        await addAudit(tx, brandId, audited, at);
      }),
    );
  }

  async remove(brandId: string, id: string, { audited, at }: Written): Promise<boolean> {
    return this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        const { count } = await tx.webhookEndpoint.deleteMany({ where: { brandId, id } });
        if (count > 0) await addAudit(tx, brandId, audited, at);
        return count > 0;
      }),
    );
  }
}
