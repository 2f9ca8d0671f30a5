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

  /** Undefined: this call owns them all now. Otherwise: who owned the first that had an owner. */
  async claim(tx: Transaction, proofs: readonly UsedProof[]): Promise<Owner | undefined> {
    const { count } = await tx.usedProof.createMany({ data: [...proofs], skipDuplicates: true });
    if (count === proofs.length) return undefined;
    for (const { brandId, issuerId, fingerprint, sessionId } of proofs) {
      const owner = await tx.usedProof.findUnique({
        where: { brandId_issuerId_fingerprint: { brandId, issuerId, fingerprint } },
        select: { keyThumbprint: true, sessionId: true },
      });
      if (!owner) return { keyThumbprint: '', sessionId: null };
      if (owner.sessionId !== sessionId) return owner;
    }
    return undefined;
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
