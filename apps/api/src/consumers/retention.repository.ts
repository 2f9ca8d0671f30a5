import { Injectable } from '@nestjs/common';
import { addAudit } from '../audit/index.js';
import { Database, type Statement } from '../common/database.js';

export type Keeping = { readonly brandId: string; readonly days: number };
export type Expired = { readonly conversations: readonly string[]; readonly messages: number };

const keeping: Statement = {
  name: 'retention.brands',
  text: 'SELECT brand AS "brandId", days FROM brands_that_forget()',
};

const patience = { maxWait: 10_000, timeout: 30_000 };

@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  /** Whose conversations are kept for a time only. */
  async brands(): Promise<readonly Keeping[]> {
    return this.database.rows<Keeping>(keeping, []);
  }

  /** What facts said before goes after the same time. */
  async forgetFormerFacts(brandId: string, before: Date): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.formerFact.deleteMany({ where: { brandId, replacedAt: { lt: before } } }),
    );
  }

  /** Some of those that ended before then, with the line in the audit log. One that is in use is left for the next look. */
  async expire({ brandId, days }: Keeping, before: Date, most: number, at: Date): Promise<Expired> {
    return this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        const found = await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM conversations WHERE brand_id = ${brandId}::uuid AND state = 'ended' AND ended_at < ${before}
          ORDER BY ended_at LIMIT ${most} FOR UPDATE SKIP LOCKED`;
        const conversations = found.map(({ id }) => id);
        if (conversations.length === 0) return { conversations, messages: 0 };
        const [gone] = await tx.$queryRaw<{ messages: number }[]>`
          SELECT erase_conversations(${brandId}::uuid, ${conversations}::uuid[]) AS messages`;
        const messages = gone?.messages ?? 0;
        const detail = { days, conversations: conversations.length, messages };
        await addAudit(tx, brandId, { actor: 'service', action: 'conversations_expired', detail }, at);
        return { conversations, messages };
      }, patience),
    );
  }
}
