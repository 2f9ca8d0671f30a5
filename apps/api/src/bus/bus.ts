import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Events, type Told } from '../common/events.js';
import { Log } from '../common/log.js';
import { Readiness } from '../common/readiness.js';
import { Rounds } from '../common/rounds.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Gaps } from './gaps.js';
import { type Entry, StreamClient } from './stream.client.js';
import { readTold, written } from './told.js';

const STREAM = 'countersign';
const SAY_AGAIN_MS = 1_000;
/** Whoever has nothing to tell says that much. */
const SIGN_OF_LIFE_MS = 2_000;
/** Longer than that nobody waits for what was said last. */
const LAST_WORD_MS = 1_000;

/**
 * What happened here, told to the other processes, and what happened there: by a stream of Redis that carries
 * references. Redis may be away and lose things: then `others.missed` says so, and whoever tells people something looks
 * into the database, where all of it stands.
 */
@Injectable()
export class Bus implements OnModuleInit, OnApplicationShutdown {
  private readonly process = randomUUID();
  private readonly stream: StreamClient | undefined;
  private readonly gaps = new Gaps();
  private readonly waiting: unknown[] = [];
  private said = 0;
  private timer: NodeJS.Timeout | undefined;
  private isUp = false;
  private isSaying = false;
  private saidAt = 0;
  private saying = Promise.resolve();
  private isLeaving = false;

  constructor(
    private readonly events: Events,
    private readonly log: Log,
    private readonly readiness: Readiness,
    private readonly rounds: Rounds,
    @Inject(CONFIG) { REDIS_URL }: Config,
  ) {
    this.stream = REDIS_URL === undefined ? undefined : new StreamClient(REDIS_URL, STREAM);
  }

  onModuleInit(): void {
    if (!this.stream) return;
    // Without it everybody who is connected here is served all the same, and hears others a little later.
    this.readiness.part('other processes', { needed: false, isUp: () => this.isUp });
    this.events.connect((told) => this.tell(told));
    this.stream.open({
      entry: (entry) => this.hear(entry),
      up: () => this.changed(true),
      down: (error) => {
        this.changed(false);
        this.log.failure('other processes are not heard', error);
      },
    });
    this.rounds.every(SIGN_OF_LIFE_MS, 'other processes were not looked after', async () => this.lookAfter());
  }

  /** What was told last is not lost, and nobody takes the silence for a misfortune. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.stream) return;
    this.isLeaving = true;
    const late = pause(LAST_WORD_MS, undefined, { ref: false });
    await Promise.race([this.saying.then(() => this.say()), late]);
    this.stream.close();
  }

  private lookAfter(): void {
    if (!this.isUp) return;
    const now = performance.now();
    if (this.gaps.fallenSilent(now) > 0) this.events.emit('others.missed', {});
    if (now - this.saidAt >= SIGN_OF_LIFE_MS) this.sayNow();
  }

  private tell(told: Told): void {
    const entry = written(told);
    if (!entry) return;
    this.waiting.push(entry);
    this.sayNow();
  }

  /** Once for all that happens in this turn of the event loop. */
  private sayNow(): void {
    if (this.isSaying) return;
    this.isSaying = true;
    this.saying = nextTurn().then(() => this.say());
  }

  private async say(): Promise<void> {
    do {
      const told = JSON.stringify(this.waiting.splice(0));
      this.said += 1;
      this.saidAt = performance.now();
      const left = this.isLeaving ? { left: '1' } : {};
      try {
        await this.stream?.add({ process: this.process, number: String(this.said), told, ...left });
      } catch {
        this.sayLater();
      }
    } while (this.waiting.length > 0);
    this.isSaying = false;
  }

  /** An empty word once Redis is back: by its number the others see that they missed something. */
  private sayLater(): void {
    clearTimeout(this.timer);
    if (this.isLeaving) return;
    this.timer = setTimeout(() => this.sayNow(), SAY_AGAIN_MS);
    this.timer.unref();
  }

  private hear({ process = '', number = '', told = '', left }: Entry): void {
    if (process === this.process) return;
    const follows = this.gaps.follows(process, Number(number), performance.now());
    if (left) this.gaps.left(process);
    for (const one of readTold(told)) this.events.hear(one);
    if (!follows) this.events.emit('others.missed', {});
  }

  private changed(isUp: boolean): void {
    this.isUp = isUp;
    this.log.info(isUp ? 'other processes are heard' : 'other processes are away');
    this.events.emit(isUp ? 'others.missed' : 'others.away', {});
  }
}
