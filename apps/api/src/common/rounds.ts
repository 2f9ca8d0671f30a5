import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Log } from './log.js';

/** What is done now and then, as long as the process serves. */
@Injectable()
export class Rounds implements OnApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly log: Log) {}

  /** One round after the other: what takes longer than the time between leaves the next one out. */
  every(ms: number, failure: string, round: () => Promise<unknown>): void {
    let isUnderWay = false;
    const timer = setInterval(async () => {
      if (isUnderWay) return;
      isUnderWay = true;
      try {
        await round();
      } catch (error) {
        this.log.failure(failure, error);
      } finally {
        isUnderWay = false;
      }
    }, ms);
    timer.unref();
    this.timers.push(timer);
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }
}
