import type { Fact } from '@countersign/claims';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

@Injectable()
export class PageFactsRepository {
  constructor(private readonly database: Database) {}

  async ofSession(brandId: string, sessionId: string): Promise<readonly Fact[]> {
    const where = { brandId, sessionId };
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.pageFact.findMany({ where, orderBy: { name: 'asc' } }),
    );
    return rows.map(({ name, value, at }) => ({
      name,
      value: value as Fact['value'],
      sealed: false,
      provenance: { source: 'page', at: at.toISOString() },
    }));
  }

  /** The page's last word is all it says. */
  async replace(brandId: string, sessionId: string, facts: readonly Fact[], at: Date): Promise<void> {
    const data = facts.map(({ name, value }) => ({
      brandId,
      sessionId,
      name,
      value: value as Prisma.InputJsonValue,
      at,
    }));
    await this.database.within(brandId, (prisma) =>
      prisma.$transaction([
        prisma.pageFact.deleteMany({ where: { brandId, sessionId } }),
        prisma.pageFact.createMany({ data }),
      ]),
    );
  }
}
