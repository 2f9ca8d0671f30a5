import type { TestClockView } from '@countersign/contracts';
import { Clock } from './clock.js';

const MS = 1_000;

/**
 * The machine's time until it is told otherwise, then another that runs beside it or stands still. For development and
 * tests: whoever can move time can make an expired proof good again.
 */
export class ToldClock extends Clock {
  private offset = 0;
  private frozen: number | undefined;

  override now(): Date {
    return new Date(this.frozen ?? Date.now() + this.offset);
  }

  get view(): TestClockView {
    const now = this.now();
    const aheadSeconds = Math.round((now.getTime() - Date.now()) / MS);
    return { now: now.toISOString(), frozen: this.frozen !== undefined, aheadSeconds };
  }

  /** Another time from here on; a frozen clock stays frozen, there. */
  move(to: Date): void {
    if (this.frozen !== undefined) this.frozen = to.getTime();
    this.offset = to.getTime() - Date.now();
  }

  advance(seconds: number): void {
    this.move(new Date(this.now().getTime() + seconds * MS));
  }

  /** Stands still, or runs on from where it stood. */
  freeze(still: boolean): void {
    const now = this.now().getTime();
    this.frozen = still ? now : undefined;
    this.offset = now - Date.now();
  }

  reset(): void {
    this.frozen = undefined;
    this.offset = 0;
  }
}
