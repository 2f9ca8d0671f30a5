const milliseconds = 1000;

/** Where a clock stands. */
export type ClockState = { readonly now: string; readonly frozen: boolean; readonly aheadSeconds: number };

/**
 * The time of one namespace: the machine's until it is told otherwise, then another that runs beside it or stands still.
 * What is decided by time in the stand-in asks this and nothing else.
 */
export class Clock {
  #offset = 0;
  #frozen: number | undefined;

  now(): Date {
    return new Date(this.#frozen ?? Date.now() + this.#offset);
  }

  /** As tokens count it. */
  get seconds(): number {
    return Math.floor(this.now().getTime() / milliseconds);
  }

  /** What has to be added to the machine's seconds. */
  get ahead(): number {
    // Looked at once: the machine's second may end between two looks.
    const machine = Date.now();
    const here = this.#frozen ?? machine + this.#offset;
    return Math.floor(here / milliseconds) - Math.floor(machine / milliseconds);
  }

  get state(): ClockState {
    return { now: this.now().toISOString(), frozen: this.#frozen !== undefined, aheadSeconds: this.ahead };
  }

  /** Another time from here on; a frozen clock stays frozen, there. */
  move(to: Date): void {
    if (this.#frozen !== undefined) this.#frozen = to.getTime();
    this.#offset = to.getTime() - Date.now();
  }

  advance(seconds: number): void {
    if (this.#frozen === undefined) this.#offset += seconds * milliseconds;
    else this.#frozen += seconds * milliseconds;
  }

  freeze(): void {
    this.#frozen = this.now().getTime();
  }

  /** Runs on from where it stood. */
  thaw(): void {
    const stood = this.#frozen;
    this.#frozen = undefined;
    if (stood !== undefined) this.#offset = stood - Date.now();
  }

  /** The machine's time again. */
  reset(): void {
    this.#frozen = undefined;
    this.#offset = 0;
  }
}
