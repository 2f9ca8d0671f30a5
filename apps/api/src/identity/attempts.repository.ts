import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

export type Attempt = {
  readonly brandId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly keyThumbprint: string;
  readonly origin: string;
  readonly reason: string;
  readonly nonce: string;
  /** Sealed. */
  readonly codeVerifier: string | null;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly proofHash: string | null;
  readonly outcome: string | null;
  readonly outcomeReason: string | null;
  readonly sessionId: string | null;
};

@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  async add(
    attempt: Omit<Attempt, 'usedAt' | 'proofHash' | 'outcome' | 'outcomeReason' | 'sessionId'>,
  ): Promise<void> {
    await this.database.prisma.attempt.create({ data: attempt });
  }

  async byId(brandId: string, id: string): Promise<Attempt | null> {
    return this.database.prisma.attempt.findUnique({ where: { brandId_id: { brandId, id } } });
  }

  /** Of two that come at once one takes it. */
  async take(brandId: string, id: string, proofHash: string, at: Date): Promise<boolean> {
    const { count } = await this.database.prisma.attempt.updateMany({
      where: { brandId, id, usedAt: null },
      data: { usedAt: at, proofHash },
    });
    return count === 1;
  }
}
