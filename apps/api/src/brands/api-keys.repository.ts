import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

export type ApiKey = {
  readonly brandId: string;
  readonly id: string;
  readonly connections: readonly string[];
  readonly rights: readonly string[];
};

const finding: Statement = {
  name: 'api-keys.by-hash',
  text: 'SELECT brand AS "brandId", id FROM api_key_by_hash($1)',
};

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  async byHash(hash: string): Promise<ApiKey | null> {
    const [found] = await this.database.rows<Pick<ApiKey, 'brandId' | 'id'>>(finding, [hash]);
    if (!found) return null;
    return this.database.within(found.brandId, (prisma) =>
      prisma.apiKey.findFirst({
        where: { ...found, revokedAt: null },
        select: { brandId: true, id: true, connections: true, rights: true },
      }),
    );
  }

  /** Those that are live, the latest first. */
  async ofBrand(brandId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.apiKey.findMany({
        where: { brandId, revokedAt: null },
        orderBy: { createdAt: 'desc' },
        select: { id: true, hint: true, connections: true, rights: true, createdAt: true },
      }),
    );
  }

  async revoke(brandId: string, id: string, at: Date): Promise<boolean> {
    const { count } = await this.database.within(brandId, (prisma) =>
      prisma.apiKey.updateMany({ where: { brandId, id, revokedAt: null }, data: { revokedAt: at } }),
    );
    return count === 1;
  }

  /** Two are live at once, so that a brand can change over: the third withdraws the oldest. */
  async add(key: ApiKey, hash: string, at: Date, hint: string): Promise<void> {
    const { brandId, id } = key;
    await this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        // Two that are made at once must not count the same old ones.
        await tx.$queryRaw`SELECT 1 FROM brands WHERE id = ${brandId}::uuid FOR UPDATE`;
        const live = await tx.apiKey.findMany({
          where: { brandId, revokedAt: null },
          orderBy: { createdAt: 'desc' },
          skip: 1,
          select: { id: true },
        });
        await tx.apiKey.updateMany({
          where: { brandId, id: { in: live.map((old) => old.id) } },
          data: { revokedAt: at },
        });
        await tx.apiKey.create({
          data: {
            brandId,
            id,
            hash,
            hint,
            createdAt: at,
            connections: [...key.connections],
            rights: [...key.rights],
          },
        });
      }),
    );
  }
}
