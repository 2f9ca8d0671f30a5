import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import type { Transaction } from './sessions.repository.js';

export type UsedProof = {
  readonly brandId: string;
  readonly issuerId: string;
  readonly fingerprint: string;
  readonly keyThumbprint: string;
  readonly sessionId: string | null;
  readonly usedAt: Date;
  readonly keepUntil: Date;
};
export type Owner = { readonly keyThumbprint: string; readonly sessionId: string | null };

/** Single use is decided here, by the primary key, and so across all processes. */
@Injectable()
export class UsedProofsRepository {
  constructor(private readonly database: Database) {}

  /** Undefined: this call owns it now. Otherwise: who owned it before. */
  async claim(tx: Transaction, proof: UsedProof): Promise<Owner | undefined> {
    const { count } = await tx.usedProof.createMany({ data: [proof], skipDuplicates: true });
    if (count === 1) return undefined;
    const { brandId, issuerId, fingerprint } = proof;
    const owner = await tx.usedProof.findUnique({
      where: { brandId_issuerId_fingerprint: { brandId, issuerId, fingerprint } },
      select: { keyThumbprint: true, sessionId: true },
    });
    return owner ?? { keyThumbprint: '', sessionId: null };
  }

  /** A code is claimed before the provider is asked: whatever comes of it, it is not tried twice. */
  async claimAlone(proof: UsedProof): Promise<boolean> {
    const { count } = await this.database.prisma.usedProof.createMany({
      data: [proof],
      skipDuplicates: true,
    });
    return count === 1;
  }
}
