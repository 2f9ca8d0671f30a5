import type { IdentityEvent } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

/** The history of identity beside a conversation. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  async of(brandId: string, conversationId: string): Promise<IdentityEvent[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.identityEvent.findMany({
        where: { brandId, conversationId },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      }),
    );
    return rows.map(({ kind, at, issuerLabel, connectionKey, reason, attemptId }) => ({
      kind: kind as IdentityEvent['kind'],
      at: at.toISOString(),
      issuerLabel,
      connection: connectionKey,
      reason: reason as IdentityEvent['reason'],
      attempt: attemptId,
    }));
  }
}
