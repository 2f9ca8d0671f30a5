import type { IdentityEvent } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';
import { newId } from '../common/ids.js';

/** The history of identity beside a conversation, and who looked at what is not theirs. */
@Injectable()
export class HistoryRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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

  async audit(brandId: string, agentId: string, action: string, conversation: string): Promise<void> {
    const at = this.clock.now();
    await this.database.within(brandId, (prisma) =>
      prisma.auditEntry.create({
        data: { brandId, id: newId(at), at, actor: `agent ${agentId}`, action, detail: { conversation } },
      }),
    );
  }
}
