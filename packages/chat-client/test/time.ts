/** Lets everything that was promised so far come about. All that runs in these tests is promises. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 150; turn += 1) await Promise.resolve();
}

/** A clock that stands still until it is moved, with its timers. */
export class Time {
  now = Date.parse('2026-11-28T10:00:00Z');
  private timers: { at: number; run: () => void }[] = [];

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.now + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Each timer when it is due, with all that it causes. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await settled();
      const [next] = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.timers = this.timers.filter((other) => other !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = end;
    await settled();
  }

  /** A computer that slept: the time is another, and no timer has run. */
  sleep(ms: number): void {
    this.now += ms;
    for (const timer of this.timers) timer.at += ms;
  }
}
