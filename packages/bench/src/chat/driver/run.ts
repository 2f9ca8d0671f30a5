import { setTimeout as pause } from 'node:timers/promises';
import type { Delay, Run } from '../wire.js';
import type { Talk } from './talk.js';

const PATIENCE_MS = 30_000;
const LOOK_MS = 5;

/** What is underway at a table, told by its conversations. */
export class Rounds {
  private sent = 0;
  private readonly acknowledgements: number[] = [];
  private readonly sights: number[] = [];
  private error: Error | undefined;
  private going = false;
  private next: ((talk: Talk) => void) | undefined;

  readonly heard = {
    acknowledged: (talk: Talk, sentAt: number) => {
      this.acknowledgements.push(performance.now() - sentAt);
      if (this.going) this.next?.(talk);
    },
    seen: (sentAt: number) => void this.sights.push(performance.now() - sentAt),
    failed: (error: Error) => {
      this.error ??= error;
    },
  };

  /** Closed: each conversation sends the next when the one before is acknowledged. With a rate: by the clock, whoever's turn it is. */
  async run(talks: readonly Talk[], ms: number, perSecond: number | undefined): Promise<Run> {
    this.begin();
    const cpu = process.cpuUsage();
    const begun = performance.now();
    if (perSecond === undefined) await this.closed(talks, ms);
    else await this.open(talks, ms, perSecond);
    const passed = performance.now() - begun;
    const done = this.acknowledgements.length;
    const { user, system } = process.cpuUsage(cpu);
    await this.settled();
    return {
      perSecond: done / (passed / 1_000),
      messages: this.sent,
      acknowledged: delayOf(this.acknowledgements),
      seen: delayOf(this.sights),
      driver: (user + system) / 1_000 / passed,
    };
  }

  private begin(): void {
    this.sent = 0;
    this.acknowledgements.length = 0;
    this.sights.length = 0;
    this.going = true;
  }

  private say(talk: Talk): void {
    this.sent++;
    talk.say();
  }

  private async closed(talks: readonly Talk[], ms: number): Promise<void> {
    this.next = (talk) => this.say(talk);
    for (const talk of talks) this.say(talk);
    await pause(ms);
    this.going = false;
  }

  private async open(talks: readonly Talk[], ms: number, perSecond: number): Promise<void> {
    this.next = undefined;
    const begun = performance.now();
    for (let passed = 0; passed < ms; passed = performance.now() - begun) {
      for (const due = Math.floor((passed * perSecond) / 1_000); this.sent < due; ) {
        const talk = talks[this.sent % talks.length];
        if (talk) this.say(talk);
      }
      await pause(1);
    }
    this.going = false;
  }

  /** A message that was acknowledged and never seen would make a fast server of a broken one. */
  private async settled(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    const missing = () => this.acknowledgements.length !== this.sent || this.sights.length !== this.sent;
    while (missing() && !this.error && performance.now() < deadline) await pause(LOOK_MS);
    if (this.error) throw this.error;
    const [sent, acknowledged, seen] = [this.sent, this.acknowledgements.length, this.sights.length];
    if (missing()) throw new Error(`${sent} were sent, ${acknowledged} acknowledged, ${seen} seen`);
  }
}

function delayOf(values: readonly number[]): Delay {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5) ?? Number.NaN, p99: at(0.99) ?? Number.NaN };
}
