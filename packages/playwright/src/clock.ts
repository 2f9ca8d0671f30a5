import type { BrowserContext } from '@playwright/test';
import type { ClockChange } from './clients/clock-change.js';
import type { Operator } from './clients/operator.js';
import type { StandIn } from './clients/stand-in.js';

export type Span = { readonly hours?: number; readonly minutes?: number; readonly seconds?: number };

const secondsOf = ({ hours = 0, minutes = 0, seconds = 0 }: Span): number =>
  (hours * 60 + minutes) * 60 + seconds;

/**
 * The time of everything at once: the stand-in, the service and the pages. There is one of it in a house, so tests that
 * move it run one after the other, and beside no others.
 */
export class Clock {
  #installed = new Set<BrowserContext>();

  constructor(
    private readonly idp: StandIn,
    private readonly operator: Operator,
    private readonly contexts: readonly BrowserContext[],
  ) {}

  async now(): Promise<Date> {
    return new Date((await this.operator.clock()).now);
  }

  async advance(span: Span): Promise<void> {
    const advanceSeconds = secondsOf(span);
    if (advanceSeconds <= 0)
      throw new Error('A clock is advanced by more than nothing; reset() takes it back.');
    await this.move({ advanceSeconds });
    for (const context of await this.pages()) await context.clock.fastForward(advanceSeconds * 1_000);
  }

  /** The machine's time again. Pages that were moved are loaded anew by whoever needs them further. */
  async reset(): Promise<void> {
    await this.move({ reset: true });
  }

  /** So that time can be moved in pages that are open. */
  async prepare(): Promise<void> {
    await this.pages();
  }

  private async move(change: ClockChange): Promise<void> {
    await this.idp.moveClock(change);
    await this.operator.moveClock(change);
  }

  private async pages(): Promise<readonly BrowserContext[]> {
    for (const context of this.contexts) {
      if (this.#installed.has(context)) continue;
      this.#installed.add(context);
      await context.clock.install();
    }
    return this.contexts;
  }
}
