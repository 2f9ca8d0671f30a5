import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { SessionGate } from '../identity/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';

/** A proof grows old without anybody writing anything: whoever notices tells it, and of several processes one. */
@Injectable()
export class AgeingTeller implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly sessions: SessionGate,
    private readonly deliveries: DeliveriesRepository,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.events.on('session.stale', ({ brandId, sessionId }) => void this.tell(brandId, sessionId));
  }

  private async tell(brandId: string, sessionId: string): Promise<void> {
    try {
      const session = await this.sessions.peek(brandId, sessionId);
      if (!session?.consumerId || !session.holdsUntil) return;
      const refs = { session: sessionId, connection: session.connectionId, assurance: 'stale' };
      const once = `stale ${sessionId} ${session.holdsUntil.toISOString()}`;
      await this.deliveries.tell(
        brandId,
        'assurance.changed',
        session.holdsUntil,
        session.consumerId,
        refs,
        once,
      );
    } catch (error) {
      this.log.failure('a proof that grew old was not told', error);
    }
  }
}
