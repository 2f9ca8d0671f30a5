import { Injectable } from '@nestjs/common';
import type { Transaction } from './sessions.repository.js';

export type KnownAs = {
  readonly brandId: string;
  readonly issuerId: string;
  readonly subject: string;
};

@Injectable()
export class ConsumersRepository {
  /** Found by issuer and subject, or made. An address never plays a part. */
  async recognise(
    tx: Transaction,
    { brandId, issuerId, subject }: KnownAs,
    id: string,
    at: Date,
  ): Promise<string> {
    const row = await tx.consumer.upsert({
      where: { brandId_issuerId_subject: { brandId, issuerId, subject } },
      create: { brandId, id, issuerId, subject, nameSealed: false, createdAt: at },
      update: {},
      select: { id: true },
    });
    return row.id;
  }

  async rename(
    tx: Transaction,
    brandId: string,
    id: string,
    displayName: string,
    nameSealed: boolean,
  ): Promise<void> {
    await tx.consumer.update({ where: { brandId_id: { brandId, id } }, data: { displayName, nameSealed } });
  }
}
