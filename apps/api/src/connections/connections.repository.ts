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

const holding: Statement = {
  name: 'connections.brand',
  text: 'SELECT brand_of_connection($1) AS "brandId"',
};
const admitting: Statement = { name: 'connections.origins', text: 'SELECT origins_admitted() AS origin' };
const trusting: Statement = {
  name: 'connections.trusted',
  text: 'SELECT name, issuer FROM issuers_trusted() ORDER BY name',
};

/** The columns hold what the operator's door let in, and nothing else writes them. */
const toConnection = ({ brand, ...row }: Row): Connection =>
  ({ ...row, declared: brand.facts }) as unknown as Connection;

@Injectable()
export class ConnectionsRepository {
  constructor(private readonly database: Database) {}

  async byKey(brandId: string, key: string): Promise<Connection | undefined> {
    const where = { brandId, key, removedAt: null };
    const row = await this.database.within(brandId, (prisma) =>
      prisma.connection.findFirst({
        where,
        include: withIssuer,
        relationLoadStrategy: 'join',
      }),
    );
    return row ? toConnection(row) : undefined;
  }

  /** Removed ones too: what they proved keeps its name. */
  async byId(brandId: string, id: string): Promise<Connection | undefined> {
    const where = { brandId, id };
    const row = await this.database.within(brandId, (prisma) =>
      prisma.connection.findFirst({
        where,
        include: withIssuer,
        relationLoadStrategy: 'join',
      }),
    );
    return row ? toConnection(row) : undefined;
  }

  /** By the id alone, which no two brands share: a provider that calls knows no brand. Not of a removed one. */
  async anywhere(id: string): Promise<Connection | undefined> {
    const [found] = await this.database.rows<{ brandId: string | null }>(holding, [id]);
    return found?.brandId ? this.byId(found.brandId, id) : undefined;
  }

  /** The id a key has, or had before it was removed. */
  async idsByKey(brandId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.connection.findMany({
        where: { brandId },
        select: { key: true, id: true },
      }),
    );
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  async ofBrand(brandId: string): Promise<readonly Connection[]> {
    const where = { brandId, removedAt: null };
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.connection.findMany({
        where,
        include: withIssuer,
        relationLoadStrategy: 'join',
        orderBy: { key: 'asc' },
      }),
    );
    return rows.map(toConnection);
  }

  /** Every origin there is: CORS and sockets ask before they know the connection. */
  async allOrigins(): Promise<readonly string[]> {
    const rows = await this.database.rows<{ origin: string }>(admitting, []);
    return rows.map(({ origin }) => origin);
  }

  /** Whom every connection believes, and every brand when its agents sign in, by the names people know. */
  async trusted(): Promise<readonly { name: string; issuer: string }[]> {
    return this.database.rows<{ name: string; issuer: string }>(trusting, []);
  }

  async sealedSecret(brandId: string, id: string): Promise<string | null> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<{ secret: string | null }>(readingSecret, [brandId, id]),
    );
    return row?.secret ?? null;
  }

  async issuersOf(
    brandId: string,
  ): Promise<{ id: string; url: string; label: string; jwksUri: string | null; keys: unknown }[]> {
    return this.database.within(brandId, (prisma) =>
      prisma.issuer.findMany({ where: { brandId }, orderBy: { id: 'asc' } }),
    );
  }

  /** Keys that are not given are taken away: an issuer that moves to discovery keeps none of its pasted ones. */
  async putIssuer(
    brandId: string,
    id: string,
    issuer: Omit<Prisma.IssuerUncheckedCreateInput, 'brandId' | 'id'>,
  ): Promise<void> {
    const row = { ...issuer, keys: issuer.keys ?? Prisma.DbNull };
    await this.database.within(brandId, (prisma) =>
      prisma.issuer.upsert({
        where: { brandId_url: { brandId, url: issuer.url } },
        create: { brandId, id, ...row },
        update: row,
      }),
    );
  }

  async put(row: Prisma.ConnectionUncheckedCreateInput): Promise<void> {
    const { brandId, key, id: _id, createdAt: _at, ...changing } = row;
    await this.database.within(brandId, (prisma) =>
      prisma.connection.upsert({
        where: { brandId_key: { brandId, key } },
        create: row,
        // What is said no more is demanded no more: nothing set would keep what was.
        update: { ...changing, stepUp: row.stepUp ?? Prisma.DbNull, removedAt: null },
      }),
    );
  }

  async noteSeen(brandId: string, id: string, origin: string, at: Date): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.connection.updateMany({
        where: { brandId, id, seenAt: null },
        data: { seenAt: at, seenOrigin: origin },
      }),
    );
  }

  async remove(brandId: string, key: string, at: Date): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.connection.updateMany({ where: { brandId, key, removedAt: null }, data: { removedAt: at } }),
    );
  }

  async removeOthers(brandId: string, keys: readonly string[], at: Date): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.connection.updateMany({
        where: { brandId, key: { notIn: [...keys] }, removedAt: null },
        data: { removedAt: at },
      }),
    );
  }
}
