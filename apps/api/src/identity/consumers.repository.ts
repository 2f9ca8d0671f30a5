import { Injectable } from '@nestjs/common';
import type { Transaction } from './sessions.repository.js';

export type KnownAs = {
  readonly brandId: string;
  readonly issuerId: string;
  readonly subject: string;
};

/** Somebody known, and what they were called so far. */
export type Recognised = {
  readonly id: string;
  readonly displayName: string | null;
  readonly nameSealed: boolean;
  /** Known since this very transaction. */
  readonly isNew: boolean;
};

@Injectable()
export class ConsumersRepository {
  /**
   * Found by issuer and subject, or made; an address never plays a part. The row stays locked for the rest of the
   * transaction: what one person's browsers do at once is done one after the other.
   */
  async recognise(
    tx: Transaction,
    { brandId, issuerId, subject }: KnownAs,
    id: string,
    at: Date,
  ): Promise<Recognised> {
    const [row] = await tx.$queryRaw<Recognised[]>`
      INSERT INTO consumers AS known (brand_id, id, issuer_id, subject, name_sealed, created_at)
      VALUES (${brandId}::uuid, ${id}::uuid, ${issuerId}::uuid, ${subject}, false, ${at})
      ON CONFLICT (brand_id, issuer_id, subject) DO UPDATE SET subject = known.subject
      RETURNING id, display_name AS "displayName", name_sealed AS "nameSealed", id = ${id}::uuid AS "isNew"`;
    if (!row) throw new Error('A consumer vanished within its transaction');
    return row;
  }

  async rename(
    tx: Transaction,
    brandId: string,
    known: Recognised,
    displayName: string,
    nameSealed: boolean,
  ): Promise<void> {
    const { id } = known;
    if (known.displayName === displayName && known.nameSealed === nameSealed) return;
    await tx.consumer.update({ where: { brandId_id: { brandId, id } }, data: { displayName, nameSealed } });
  }
}
