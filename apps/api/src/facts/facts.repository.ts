import type { Fact, FactSource } from '@countersign/claims';
import type { Prisma } from '@countersign/database';
import { judgePush, type PushState } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { Keyed } from '../common/keyed.js';
import { blindOf, digestOf, factPlace, openValue, PersonalKeys, sealValue } from '../personal/index.js';

/** Whoever proved the person: a connection may have moved to another issuer since. */
const withIssuer = {
  consumer: { select: { wrappedKey: true, issuer: { select: { url: true, label: true } } } },
} satisfies Prisma.FactInclude;
type Row = Prisma.FactGetPayload<{ include: typeof withIssuer }>;
type FormerRow = Prisma.FormerFactGetPayload<{ include: typeof withIssuer }> & Pick<Row, 'value'>;
/** A fact as it was told, now or before. */
export type ToldFact = Omit<Row, 'blind' | 'digest'>;

const FORMER_AT_MOST = 500;

export type Origin = { readonly brandId: string; readonly consumerId: string; readonly connectionId: string };
export type Push = Origin & {
  readonly version: bigint;
  readonly bodyHash: string;
  readonly at: Date;
  readonly facts: readonly Fact[];
};
export type Pending = { readonly version: bigint; readonly body: string };

const waiting: Statement = {
  name: 'facts.pending',
  text: `SELECT body FROM pending_facts
    WHERE brand_id = $1 AND connection_id = $2 AND subject_hash = $3 AND expires_at > $4`,
};

const toRow = (id: string, brandId: string, { name, value, sealed, provenance }: Fact, key: Keyed) => ({
  id,
  name,
  sealedValue: sealValue(key, value, factPlace(brandId, id)),
  digest: digestOf(key, name, value),
  sealed,
  at: provenance.at,
  until: provenance.until ?? null,
});

/** What the brand's server says of them now. What it says no more becomes former, and so does a value that is another now. */
async function replacePushed(
  tx: Prisma.TransactionClient,
  { brandId, consumerId, connectionId, at }: Push,
  rows: readonly ReturnType<typeof toRow>[],
): Promise<void> {
  const source = 'brand_server' satisfies FactSource;
  const names = rows.map(({ name }) => name);
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM facts WHERE brand_id = ${brandId}::uuid AND consumer_id = ${consumerId}::uuid
        AND connection_id = ${connectionId}::uuid AND source = ${source} AND NOT name = ANY(${names}::text[])
      RETURNING *
    )
    INSERT INTO former_facts (brand_id, id, consumer_id, connection_id, name, sealed_value, source, sealed, signing_key_id,
      at, until, replaced_at)
    SELECT brand_id, id, consumer_id, connection_id, name, sealed_value, source, sealed, signing_key_id, at, until,
      ${at}::timestamptz FROM gone WHERE sealed_value IS NOT NULL`;
  await tx.$executeRaw`
    INSERT INTO facts (brand_id, id, consumer_id, connection_id, name, sealed_value, digest, source, sealed, at, until)
    SELECT ${brandId}::uuid, fact.id, ${consumerId}::uuid, ${connectionId}::uuid, fact.name, fact."sealedValue",
      fact.digest, ${source}, fact.sealed, fact.at, fact.until
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS fact (id uuid, name text, "sealedValue" text, digest text,
      sealed boolean, at timestamptz, until timestamptz)
    ON CONFLICT (brand_id, consumer_id, connection_id, source, name) DO UPDATE SET
      id = excluded.id, value = NULL, sealed_value = excluded.sealed_value, digest = excluded.digest,
      sealed = excluded.sealed, at = excluded.at, until = excluded.until`;
}

/** The row of the consumer, for us alone until the end of the transaction, and their key: one that has none yet gets it. */
async function lockedKey(
  tx: Prisma.TransactionClient,
  keys: PersonalKeys,
  brandId: string,
  consumerId: string,
): Promise<Keyed | undefined> {
  const [row] = await tx.$queryRaw<{ wrapped: string | null }[]>`
    SELECT wrapped_key AS wrapped FROM consumers WHERE brand_id = ${brandId}::uuid AND id = ${consumerId}::uuid FOR UPDATE`;
  if (!row) return undefined;
  if (row.wrapped !== null) return keys.open(brandId, consumerId, row.wrapped);
  const { key, wrapped } = await keys.make(brandId, consumerId);
  await tx.consumer.updateMany({ where: { brandId, id: consumerId }, data: { wrappedKey: wrapped } });
  return key;
}

@Injectable()
export class FactsRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
  ) {}

  async ofConsumer(brandId: string, consumerId: string): Promise<readonly Row[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.fact.findMany({
        where: { brandId, consumerId },
        orderBy: { name: 'asc' },
        include: withIssuer,
      }),
    );
    return Promise.all(rows.map((row) => this.opened(row)));
  }

  /** What they were said to be before, the latest first: so many. */
  async formerOf(brandId: string, consumerId: string): Promise<readonly FormerRow[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.formerFact.findMany({
        where: { brandId, consumerId },
        orderBy: [{ replacedAt: 'desc' }, { name: 'asc' }],
        include: withIssuer,
        take: FORMER_AT_MOST,
      }),
    );
    return Promise.all(rows.map((row) => this.opened({ ...row, value: null })));
  }

  private async opened<Of extends ToldFact>(row: Of): Promise<Of> {
    const { brandId, id, consumerId, sealedValue, consumer } = row;
    if (sealedValue === null || consumer.wrappedKey === null) return row;
    const key = await this.keys.open(brandId, consumerId, consumer.wrappedKey);
    return { ...row, value: openValue(key, sealedValue, factPlace(brandId, id)) as Prisma.JsonValue };
  }

  /** The body replaces all this source said before. */
  async push(push: Push, newId: () => string): Promise<PushState> {
    const { brandId, consumerId, connectionId, version, bodyHash, at } = push;
    const origin = { brandId, consumerId, connectionId };
    // Read before a connection is held: who waits for a second one while holding the first may wait for ever.
    await this.keys.ofBrand(brandId);
    return this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        // Two pushes of one source must not judge the same old version.
        const key = await lockedKey(tx, this.keys, brandId, consumerId);
        // Erased since they were looked up: there is nobody whom it could be stored for.
        if (!key) return 'out_of_date';
        const where = { brandId_consumerId_connectionId: origin };
        const known = await tx.factSource.findUnique({ where, select: { version: true, bodyHash: true } });
        const state = judgePush(known ?? undefined, { version, bodyHash });
        if (state !== 'stored') return state;
        await tx.factSource.upsert({
          where,
          create: { ...origin, version, bodyHash, at },
          update: { version, bodyHash, at },
        });
        const rows = push.facts.map((fact) => toRow(newId(), brandId, fact, key));
        await replacePushed(tx, push, rows);
        return state;
      }),
    );
  }

  async consumerOf(brandId: string, issuerId: string, subject: string): Promise<string | undefined> {
    const where = { brandId, issuerId, subject };
    const found = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findFirst({ where, select: { id: true } }),
    );
    return found?.id;
  }

  /** Whoever a proof of this connection gave that value, under seal; nobody where it is not one person. */
  async consumerByFact(
    brandId: string,
    connectionId: string,
    name: string,
    value: string,
  ): Promise<string | undefined> {
    const blind = blindOf(await this.keys.ofBrand(brandId), name, value);
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.fact.findMany({
        where: {
          brandId,
          connectionId,
          name,
          OR: [{ blind }, { value: { equals: value } }],
          sealed: true,
          source: { in: ['id_token', 'userinfo'] },
        },
        select: { consumerId: true },
        distinct: ['consumerId'],
        take: 2,
      }),
    );
    return rows.length === 1 ? rows[0]?.consumerId : undefined;
  }

  async holdPending(
    brandId: string,
    connectionId: string,
    subjectHash: string,
    pending: Pending,
    expiresAt: Date,
  ): Promise<void> {
    const where = { brandId_connectionId_subjectHash: { brandId, connectionId, subjectHash } };
    await this.database.within(brandId, (prisma) =>
      prisma.pendingFacts.upsert({
        where,
        create: { brandId, connectionId, subjectHash, ...pending, expiresAt },
        update: { ...pending, expiresAt },
      }),
    );
  }

  async pending(
    brandId: string,
    connectionId: string,
    subjectHash: string,
    now: Date,
  ): Promise<string | undefined> {
    const values = [brandId, connectionId, subjectHash, now];
    const [held] = await this.database.within(brandId, () =>
      this.database.rows<{ body: string }>(waiting, values),
    );
    return held?.body;
  }

  /** Only the version that was read: one that came meanwhile stays. */
  async dropPending(
    brandId: string,
    connectionId: string,
    subjectHash: string,
    version: bigint,
  ): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.pendingFacts.deleteMany({
        where: { brandId, connectionId, subjectHash, version },
      }),
    );
  }
}
