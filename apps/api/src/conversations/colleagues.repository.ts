import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

export type Named = { readonly id: string; readonly name: string };

/** Who answers for a brand: came at least once, and was not removed. */
@Injectable()
export class ColleaguesRepository {
  constructor(private readonly database: Database) {}

  async byIds(brandId: string, ids: readonly string[]): Promise<readonly Named[]> {
    if (ids.length === 0) return [];
    const where = { brandId, id: { in: [...ids] }, removedAt: null, acceptedAt: { not: null } };
    return this.database.within(brandId, (prisma) =>
      prisma.agent.findMany({ where, select: { id: true, name: true } }),
    );
  }
}
