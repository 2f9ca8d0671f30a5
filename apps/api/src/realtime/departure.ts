import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Log } from '../common/log.js';
import { Readiness } from '../common/readiness.js';
import { Underway } from '../common/underway.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Audience } from './audience.js';

/** So many may come anew to the other processes, each second. */
const PER_MS = 1;
const LEAST_MS = 1_000;
/** For who was told to come anew at the last moment. */
const SPARE_MS = 250;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

/**
 * A process that is told to stop takes nothing new, tells its clients to go to another one, answers what it has begun,
 * and only then closes. Whatever a client sent that was not acknowledged by then, it sends again by its own id.
 */
@Injectable()
export class Departure implements BeforeApplicationShutdown {
  private readonly limitMs: number;

  constructor(
    @Inject(CONFIG) { DRAIN_SECONDS }: Config,
    private readonly host: HttpAdapterHost,
    private readonly readiness: Readiness,
    private readonly underway: Underway,
    private readonly audience: Audience,
    private readonly log: Log,
  ) {
    this.limitMs = DRAIN_SECONDS * 1_000;
  }

  /** Without a signal nobody comes after it: a test has ended. */
  async beforeApplicationShutdown(signal?: string): Promise<void> {
    if (signal === undefined) return;
    const end = performance.now() + this.limitMs;
    const left = () => Math.max(0, end - performance.now());
    this.readiness.drain();
    const sockets = this.sockets().length;
    this.log.info('the API leaves', { sockets });
    // From here on connections are refused, and a balancer takes another process.
    this.host.httpAdapter.getHttpServer().close();
    await this.sendAway(sockets, left);
    const unfinished = await this.underway.settled(left());
    // By the connection and not by a word of the protocol, after which clients do not come back by themselves. What was
    // answered last is on its way to it.
    await pause();
    for (const { conn } of this.sockets()) conn.close();
    await this.untilNobody(Math.min(LEAST_MS, left()));
    if (unfinished > 0) this.log.warn('the API left before all was done', { unfinished });
    this.log.info('the API has left', { ms: Math.round(this.limitMs - left()) });
  }

  private sockets() {
    return [...this.audience.consumers.sockets.values(), ...this.audience.agents.sockets.values()];
  }

  /** Spread over time, for they all come to the other processes. Who does not go is sent at its end. */
  private async sendAway(count: number, left: () => number): Promise<void> {
    const withinMs = Math.round(Math.min(Math.max(LEAST_MS, count / PER_MS), left() / 2));
    this.audience.consumers.local.emit('service:leaving', { withinMs });
    this.audience.agents.local.emit('service:leaving', { withinMs });
    await this.untilNobody(Math.min(withinMs + SPARE_MS, left()));
  }

  private async untilNobody(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    while (this.sockets().length > 0 && performance.now() < until) await pause();
  }
}
