import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import { PossessionsRepository } from './possessions.repository.js';

const EVERY_MS = 5 * 60_000;

/** Forgets what has run out: used proofs after `exp`, possession proofs after their leeway, tokens and waiting facts after their end. */
@Injectable()
export class SweepService implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: PossessionsRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.repository
        .forget(this.clock.now())
        .catch((error: unknown) => this.log.failure('sweep failed', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
