import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

@Injectable()
export class PossessionsRepository {
  constructor(private readonly database: Database) {}

  /** Remembers that a proof of possession was used. False: it was used before. */
  async remember(thumbprint: string, jti: string, keepUntil: Date): Promise<boolean> {
    const data = [{ thumbprint, jti, keepUntil }];
    const { count } = await this.database.prisma.usedPossession.createMany({ data, skipDuplicates: true });
    return count === 1;
  }

  async forget(before: Date): Promise<void> {
    await this.database.prisma.usedPossession.deleteMany({ where: { keepUntil: { lt: before } } });
    await this.database.prisma.usedProof.deleteMany({ where: { keepUntil: { lt: before } } });
    await this.database.prisma.sessionToken.deleteMany({ where: { expiresAt: { lt: before } } });
    await this.database.prisma.pendingFacts.deleteMany({ where: { expiresAt: { lt: before } } });
  }
}
