import { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { Connection } from './connection.js';

const withIssuer = { issuer: true, brand: { select: { facts: true } } } satisfies Prisma.ConnectionInclude;
type Row = Prisma.ConnectionGetPayload<{ include: typeof withIssuer }>;

const readingSecret: Statement = {
  name: 'connections.sealed-secret',
  text: 'SELECT client_secret AS secret FROM connections WHERE brand_id = $1 AND id = $2',
};

/** The columns hold what the operator's door let in, and nothing else writes them. */
const toConnection = ({ brand, ...row }: Row): Connection =>
  ({ ...row, declared: brand.facts }) as unknown as Connection;

@Injectable()
export class ConnectionsRepository {
  constructor(private readonly database: Database) {}

  async byKey(brandId: string, key: string): Promise<Connection | undefined> {
    const where = { brandId_key: { brandId, key }, removedAt: null };
    const row = await this.database.prisma.connection.findUnique({
      where,
      include: withIssuer,
      relationLoadStrategy: 'join',
    });
    return row ? toConnection(row) : undefined;
  }

  /** Removed ones too: what they proved keeps its name. */
  async byId(brandId: string, id: string): Promise<Connection | undefined> {
    const where = { brandId_id: { brandId, id } };
    const row = await this.database.prisma.connection.findUnique({
      where,
      include: withIssuer,
      relationLoadStrategy: 'join',
    });
    return row ? toConnection(row) : undefined;
  }

  /** By the id alone, which no two brands share: a provider that calls knows no brand. Not of a removed one. */
  async anywhere(id: string): Promise<Connection | undefined> {
    const row = await this.database.prisma.connection.findFirst({
      where: { id, removedAt: null },
      include: withIssuer,
      relationLoadStrategy: 'join',
    });
    return row ? toConnection(row) : undefined;
  }

  /** The id a key has, or had before it was removed. */
  async idsByKey(brandId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.prisma.connection.findMany({
      where: { brandId },
      select: { key: true, id: true },
    });
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  async ofBrand(brandId: string): Promise<readonly Connection[]> {
    const where = { brandId, removedAt: null };
    const rows = await this.database.prisma.connection.findMany({
      where,
      include: withIssuer,
      relationLoadStrategy: 'join',
      orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
    });
    return rows.map(toConnection);
  }

  /** Every list of origins there is: CORS and sockets ask before they know the connection. */
  async allOrigins(): Promise<readonly string[]> {
    const rows = await this.database.prisma.connection.findMany({
      where: { removedAt: null },
      select: { origins: true },
    });
    return [...new Set(rows.flatMap(({ origins }) => origins))];
  }

  /** Every connection there is, by the names people know. */
  async inUse(): Promise<readonly { brand: string; key: string; issuer: string }[]> {
    const rows = await this.database.prisma.connection.findMany({
      where: { removedAt: null },
      select: { key: true, issuer: { select: { url: true } }, brand: { select: { slug: true } } },
    });
    return rows.map(({ key, issuer, brand }) => ({ brand: brand.slug, key, issuer: issuer.url }));
  }

  async sealedSecret(brandId: string, id: string): Promise<string | null> {
    const [row] = await this.database.rows<{ secret: string | null }>(readingSecret, [brandId, id]);
    return row?.secret ?? null;
  }

  async issuersOf(
    brandId: string,
  ): Promise<{ id: string; url: string; label: string; jwksUri: string | null; keys: unknown }[]> {
    return this.database.prisma.issuer.findMany({ where: { brandId }, orderBy: { id: 'asc' } });
  }

  /** Keys that are not given are taken away: an issuer that moves to discovery keeps none of its pasted ones. */
  async putIssuer(
    brandId: string,
    id: string,
    issuer: Omit<Prisma.IssuerUncheckedCreateInput, 'brandId' | 'id'>,
  ): Promise<void> {
    const row = { ...issuer, keys: issuer.keys ?? Prisma.DbNull };
    await this.database.prisma.issuer.upsert({
      where: { brandId_url: { brandId, url: issuer.url } },
      create: { brandId, id, ...row },
      update: row,
    });
  }

  async put(row: Prisma.ConnectionUncheckedCreateInput): Promise<void> {
    const { brandId, key, id: _id, createdAt: _at, ...changing } = row;
    await this.database.prisma.connection.upsert({
      where: { brandId_key: { brandId, key } },
      create: row,
      // What is said no more is demanded no more: nothing set would keep what was.
      update: { ...changing, stepUp: row.stepUp ?? Prisma.DbNull, removedAt: null },
    });
  }

  async removeOthers(brandId: string, keys: readonly string[], at: Date): Promise<void> {
    await this.database.prisma.connection.updateMany({
      where: { brandId, key: { notIn: [...keys] }, removedAt: null },
      data: { removedAt: at },
    });
  }
}
