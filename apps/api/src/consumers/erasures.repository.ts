import { Injectable } from '@nestjs/common';
import { type Audited, addAudit } from '../audit/index.js';
import { Database } from '../common/database.js';

export type ToErase = {
  readonly brandId: string;
  readonly consumerId: string;
  /** Of the entry in the list of erasures. */
  readonly id: string;
  /** HMAC of issuer and subject. */
  readonly person: string;
  /** HMACs of the names by which the brand's server may have addressed them. */
  readonly pending: readonly string[];
  readonly at: Date;
  /** Until when a proof that was begun before opens nothing. */
  readonly keepUntil: Date;
};
export type Erased = {
  readonly conversations: readonly string[];
  readonly messages: number;
  readonly sessions: number;
};
export type ErasureRow = { readonly id: string; readonly consumerId: string; readonly at: Date };

const patience = { maxWait: 10_000, timeout: 60_000 };

/** A consumer goes in one transaction, with the entry in the list and the line in the audit log. */
@Injectable()
export class ErasuresRepository {
  constructor(private readonly database: Database) {}

  /** Undefined: there was nobody. */
  async erase(one: ToErase, audited: (erased: Erased) => Audited): Promise<Erased | undefined> {
    const { brandId, consumerId, id, person, pending, at, keepUntil } = one;
    return this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        const [erased] = await tx.$queryRaw<Erased[]>`
          SELECT conversations, messages, sessions FROM erase_consumer(${brandId}::uuid, ${consumerId}::uuid, ${id}::uuid,
            ${person}, ${[...pending]}, ${at}, ${keepUntil})`;
        if (erased) await addAudit(tx, brandId, audited(erased), at);
        return erased;
      }, patience),
    );
  }

  async wasErased(brandId: string, consumerId: string): Promise<boolean> {
    const where = { brandId, consumerId };
    return (await this.database.within(brandId, (prisma) => prisma.erasure.count({ where }))) > 0;
  }

  async list(brandId: string): Promise<readonly ErasureRow[]> {
    return this.database.within(brandId, (prisma) =>
      prisma.erasure.findMany({
        where: { brandId },
        select: { id: true, consumerId: true, at: true },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      }),
    );
  }
}
