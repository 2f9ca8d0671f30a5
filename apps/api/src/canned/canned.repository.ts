import { CANNED_LIMIT, type CannedAnswer, type PutCannedAnswer } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

const select = { id: true, title: true, text: true } as const;

/** One statement, so that of two who add at once none goes over the limit by much, and titles stay one each. */
const add: Statement = {
  name: 'canned.add',
  text: `INSERT INTO canned_answers (brand_id, id, title, text, created_at, changed_at)
    SELECT $1, $2, $3, $4, $5, $5
    WHERE (SELECT count(*) FROM canned_answers WHERE brand_id = $1) < $6
    ON CONFLICT (brand_id, title) DO NOTHING`,
};
const change: Statement = {
  name: 'canned.change',
  text: `UPDATE canned_answers SET title = $3, text = $4, changed_at = $5 WHERE brand_id = $1 AND id = $2
    AND NOT EXISTS (SELECT FROM canned_answers o WHERE o.brand_id = $1 AND o.title = $3 AND o.id <> $2)`,
};

@Injectable()
export class CannedRepository {
  constructor(private readonly database: Database) {}

  async all(brandId: string): Promise<CannedAnswer[]> {
    return this.database.within(brandId, (prisma) =>
      prisma.cannedAnswer.findMany({
        where: { brandId },
        orderBy: { title: 'asc' },
        take: CANNED_LIMIT,
        select,
      }),
    );
  }

  async byId(brandId: string, id: string): Promise<CannedAnswer | null> {
    return this.database.within(brandId, (prisma) =>
      prisma.cannedAnswer.findFirst({ where: { brandId, id }, select }),
    );
  }

  async hasTitle(brandId: string, title: string): Promise<boolean> {
    const where = { brandId, title };
    return this.database.within(
      brandId,
      async (prisma) => (await prisma.cannedAnswer.findFirst({ where, select })) !== null,
    );
  }

  /** Answers whether it was added: not where the title is taken, or there are too many. */
  async add(brandId: string, id: string, { title, text }: PutCannedAnswer, at: Date): Promise<boolean> {
    const values = [brandId, id, title, text, at, CANNED_LIMIT];
    return (await this.database.within(brandId, () => this.database.count(add, values))) === 1;
  }

  async change(brandId: string, id: string, { title, text }: PutCannedAnswer, at: Date): Promise<boolean> {
    const values = [brandId, id, title, text, at];
    return (await this.database.within(brandId, () => this.database.count(change, values))) === 1;
  }

  async remove(brandId: string, id: string): Promise<boolean> {
    const where = { brandId, id };
    const { count } = await this.database.within(brandId, (prisma) =>
      prisma.cannedAnswer.deleteMany({ where }),
    );
    return count === 1;
  }
}
