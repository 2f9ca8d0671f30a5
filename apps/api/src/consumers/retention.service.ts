import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { Rounds } from '../common/rounds.js';
import { type Keeping, RetentionRepository } from './retention.repository.js';

const EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** A transaction is short: whoever writes meanwhile does not wait. */
const AT_ONCE = 100;
const MOST = 10_000;

/** Forgets conversations whose time is over, and what facts said before, where a brand keeps them for a time only. */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.every(EVERY_MS, 'conversations were not swept', () => this.sweep());
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
    await this.repository.forgetFormerFacts(brandId, before);
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
