import type { Message } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Events } from '../../common/events.js';
import { Following, Telemetry } from '../../telemetry/index.js';
import { tellStored } from '../tell-stored.js';
import { nameOf, type PlainLine } from './plain-line.js';
import { PlainLinesRepository } from './plain-lines.repository.js';

type Waiting = {
  readonly line: PlainLine;
  /** Where its sending stands in a trace. */
  readonly place: string | undefined;
  readonly stored: (message: Message | undefined) => void;
  readonly failed: (error: unknown) => void;
};

/** Lines in one commit. */
const MOST = 128;
/** Commits at once, of all brands; what is said meanwhile makes the next one larger, and so cheaper. */
const LANES = 4;
/** And of one brand: while one is in the database, the other is made or told. */
const LANES_OF_A_BRAND = 2;

/**
 * What is said by many at once goes into the database together: one statement and one commit for all that waits of a
 * brand. Brands take turns, so a busy one delays its own. Whoever waits is answered when it is stored, and not before.
 */
@Injectable()
export class PlainLines {
  private readonly queues = new Map<string, Waiting[]>();
  /** Conversations in a commit that is on its way: their next lines come after it. */
  private readonly busy = new Set<string>();
  /** How many commits of a brand are on their way. */
  private readonly running = new Map<string, number>();
  private awake = false;

  constructor(
    private readonly repository: PlainLinesRepository,
    private readonly events: Events,
    private readonly following: Following,
    telemetry: Telemetry,
  ) {
    telemetry.watch('writer_queue', () => [{ value: this.waiting }]);
  }

  get waiting(): number {
    let sum = 0;
    for (const { length } of this.queues.values()) sum += length;
    return sum;
  }

  /** Undefined: it is not plain, and nothing of it was stored. */
  say(line: PlainLine): Promise<Message | undefined> {
    return new Promise((stored, failed) => {
      const queue = this.queues.get(line.brandId);
      const waiting = { line, place: this.following.place(), stored, failed };
      if (queue) queue.push(waiting);
      else this.queues.set(line.brandId, [waiting]);
      this.wake();
    });
  }

  /** Once for all that is said in this turn of the event loop. */
  private wake(): void {
    if (this.awake || this.lanes >= LANES) return;
    this.awake = true;
    setImmediate(() => {
      this.awake = false;
      this.fill();
    });
  }

  private fill(): void {
    for (const brandId of [...this.queues.keys()]) {
      if (this.lanes >= LANES) return;
      if (this.lanesOf(brandId) >= LANES_OF_A_BRAND) continue;
      const batch = this.takeFrom(brandId);
      if (batch.length > 0) void this.store(brandId, batch);
    }
  }

  private get lanes(): number {
    return [...this.running.values()].reduce((sum, count) => sum + count, 0);
  }

  private lanesOf(brandId: string): number {
    return this.running.get(brandId) ?? 0;
  }

  /** In their order; a brand that was served stands behind the others. */
  private takeFrom(brandId: string): Waiting[] {
    const queue = this.queues.get(brandId) ?? [];
    const names = new Set<string>();
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const waiting of queue) {
      const { line } = waiting;
      const name = nameOf(line);
      if (batch.length < MOST && !this.busy.has(line.conversationId) && !names.has(name)) {
        names.add(name);
        batch.push(waiting);
      } else left.push(waiting);
    }
    this.queues.delete(brandId);
    if (left.length > 0) this.queues.set(brandId, left);
    return batch;
  }

  private async store(brandId: string, batch: readonly Waiting[]): Promise<void> {
    const since = Date.now();
    this.running.set(brandId, this.lanesOf(brandId) + 1);
    for (const { line } of batch) this.busy.add(line.conversationId);
    try {
      const messages = await this.repository.store(
        brandId,
        batch.map(({ line }) => line),
      );
      this.following.batch(brandId, batch, messages, since);
      this.answer(brandId, batch, messages);
    } catch (error) {
      for (const { failed } of batch) failed(error);
    } finally {
      if (this.lanesOf(brandId) > 1) this.running.set(brandId, this.lanesOf(brandId) - 1);
      else this.running.delete(brandId);
      for (const { line } of batch) this.busy.delete(line.conversationId);
      if (this.queues.size > 0) this.wake();
    }
  }

  private answer(
    brandId: string,
    batch: readonly Waiting[],
    messages: readonly (Message | undefined)[],
  ): void {
    const lines = linesOf(batch);
    for (const [at, { line, stored }] of batch.entries()) {
      const message = messages[at];
      stored(message);
      if (!message) continue;
      // The answer is on its way a little later: where another line comes right after it, it would come first.
      const answered = lines.get(line.conversationId) === 1 ? line.socketId : undefined;
      tellStored(this.events, this.following, brandId, message, answered);
    }
  }
}

/** How many each conversation has of them. */
function linesOf(batch: readonly Waiting[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { line } of batch) lines.set(line.conversationId, (lines.get(line.conversationId) ?? 0) + 1);
  return lines;
}
