import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { type Keeping, RetentionRepository } from './retention.repository.js';

const EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** A transaction is short: whoever writes meanwhile does not wait. */
const AT_ONCE = 100;
const MOST = 10_000;

/** Forgets conversations whose time is over, where a brand keeps them for a time only. */
@Injectable()
export class RetentionService implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: RetentionRepository,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.sweep().catch((error: unknown) => this.log.failure('conversations were not swept', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Answers how many went. */
  async sweep(): Promise<number> {
    let gone = 0;
    for (const keeping of await this.repository.brands()) gone += await this.sweepOne(keeping);
    return gone;
  }

  private async sweepOne(keeping: Keeping): Promise<number> {
    const { brandId, days } = keeping;
    const now = this.clock.now();
    const before = new Date(now.getTime() - days * DAY_MS);
    let gone = 0;
    while (gone < MOST) {
      const { conversations } = await this.repository.expire(keeping, before, AT_ONCE, now);
      for (const conversationId of conversations)
        this.events.emit('conversation.changed', { brandId, conversationId });
      gone += conversations.length;
      if (conversations.length < AT_ONCE) break;
    }
    return gone;
  }
}
