import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Events, type Told } from './events.js';
import { Log } from './log.js';
import { readNotice } from './notice.js';
import { type Hearing, NoticesRepository } from './notices.repository.js';
import { Readiness } from './readiness.js';

const CHECK_EVERY_MS = 3_000;
const AGAIN_AFTER_MS = 500;

/**
 * What other processes did, told here as an event: by PostgreSQL, which they share in any case, over a connection that
 * does nothing else. A line that is lost is taken up again, and then `notices.heard` says that something may have been
 * missed: what it was stands in the rows.
 */
@Injectable()
export class Notices implements OnModuleInit, OnApplicationShutdown {
  private hearing: Hearing | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly repository: NoticesRepository,
    private readonly events: Events,
    private readonly log: Log,
    private readonly readiness: Readiness,
  ) {}

  async onModuleInit(): Promise<void> {
    this.readiness.part('notices', { needed: true, isUp: () => this.hearing !== undefined });
    await this.hear();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.hearing?.stop();
  }

  private async hear(): Promise<void> {
    try {
      const hearing = await this.repository.listen(
        (text) => this.tell(text),
        () => this.lost(),
      );
      if (this.stopped) return hearing.stop();
      this.hearing = hearing;
      this.events.emit('notices.heard', {});
      this.later(CHECK_EVERY_MS, () => this.check(hearing));
    } catch (error) {
      this.log.failure('notices of other processes are not heard', error);
      this.later(AGAIN_AFTER_MS, () => this.hear());
    }
  }

  /** A line whose other end has gone away without a word looks like one on which nobody speaks. */
  private async check(hearing: Hearing): Promise<void> {
    if (this.hearing !== hearing) return;
    try {
      await hearing.check();
      if (this.hearing === hearing) this.later(CHECK_EVERY_MS, () => this.check(hearing));
    } catch {
      this.lost();
      await hearing.stop();
    }
  }

  private lost(): void {
    if (this.stopped || !this.hearing) return;
    this.hearing = undefined;
    this.log.warn('the line to other processes was lost');
    this.later(AGAIN_AFTER_MS, () => this.hear());
  }

  private later(ms: number, work: () => Promise<void>): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => void work(), ms);
    this.timer.unref();
  }

  private tell(text: string): void {
    const notice = readNotice(text);
    if (notice) this.events.hear({ name: notice.name, happening: notice } as Told);
  }
}
