import { GRACE_MS } from '@countersign/protocol';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { Rounds } from '../common/rounds.js';
import { ConversationLookup } from './conversation-lookup.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

const EVERY_MS = 5_000;

/**
 * Tells when a proof grows old. What a session may do is a function of the clock and read at each event;
 * this only makes sure that nobody has to ask to see it: one indexed question every few seconds.
 */
@Injectable()
export class AgeingService implements OnModuleInit {
  private last: Date;

  constructor(
    private readonly repository: SessionsRepository,
    private readonly sessions: SessionsService,
    private readonly conversations: ConversationLookup,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {
    this.last = clock.now();
  }

  onModuleInit(): void {
    this.rounds.every(EVERY_MS, 'ageing failed', () => this.look());
  }

  /** Whose time ran out since the last look: first to stale, after the grace to the end. */
  async look(): Promise<void> {
    const now = this.clock.now();
    const since = this.last;
    this.last = now;
    for (const { brandId, id } of await this.repository.staleBetween(since, now))
      this.events.emit('session.stale', { brandId, sessionId: id });
    const over = await this.repository.ranOutBefore(new Date(now.getTime() - GRACE_MS));
    for (const { brandId, id } of over) await this.sessions.end(brandId, id, 'expired');
    await this.conversations.look(now);
  }
}
