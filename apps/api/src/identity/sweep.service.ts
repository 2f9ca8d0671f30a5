import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Rounds } from '../common/rounds.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { ForgettingRepository } from './forgetting.repository.js';

const EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Forgets what has run out: used proofs after `exp`, possession proofs after their leeway, tokens, waiting facts
 * and logouts after their end, traces after the days they are kept.
 */
@Injectable()
export class SweepService implements OnModuleInit {
  constructor(
    private readonly repository: ForgettingRepository,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.rounds.every(EVERY_MS, 'sweep failed', () => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.repository.forget(now, new Date(now.getTime() - this.config.TRACE_DAYS * DAY_MS));
  }
}
