export type Side = 'consumer' | 'agent';
type Entry = {
  readonly fault: string;
  readonly side: Side;
  readonly at: number;
  acked: boolean;
  seen: boolean;
};

/** What people wrote, and what their clients said became of it. Each text is written once, so it is its own name. */
export class Book {
  private readonly entries = new Map<string, Entry>();
  private readonly words = new Map<string, number>();
  private written = 0;
  private fault = '';
  private lastAck = 0;
  private longest = 0;
  private slowest = 0;
  private waiting = 0;

  begin(fault: string): void {
    this.fault = fault;
    this.words.clear();
    this.longest = 0;
    this.slowest = 0;
    this.lastAck = performance.now();
  }

  write(side: Side): string {
    this.written += 1;
    const text = `${this.fault} ${side} ${this.written}`;
    if (this.waiting === 0) this.lastAck = performance.now();
    this.entries.set(text, { fault: this.fault, side, at: performance.now(), acked: false, seen: false });
    this.waiting += 1;
    return text;
  }

  acked(text: string): void {
    const entry = this.entries.get(text);
    if (!entry || entry.acked) return;
    entry.acked = true;
    this.waiting -= 1;
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.lastAck);
    this.lastAck = now;
    this.slowest = Math.max(this.slowest, now - entry.at);
  }

  seen(text: string): void {
    const entry = this.entries.get(text);
    if (entry) entry.seen = true;
  }

  /** The service did not take it, and said why. It is tried again. */
  refused(why: string): void {
    this.words.set(why, (this.words.get(why) ?? 0) + 1);
  }

  get refusals(): ReadonlyMap<string, number> {
    return new Map(this.words);
  }

  /** From when somebody wrote a line to when they were told that it is stored. */
  get longestWaitMs(): number {
    return this.slowest;
  }

  /** Between two acknowledgements, whoever got them. */
  get longestGapMs(): number {
    const running = this.waiting > 0 ? performance.now() - this.lastAck : 0;
    return Math.max(this.longest, running);
  }

  of(fault: string): ReadonlyMap<string, Readonly<Entry>> {
    return new Map([...this.entries].filter(([, entry]) => entry.fault === fault));
  }

  /** The texts that the service has, and the other side does not show. */
  get unseen(): readonly string[] {
    return [...this.entries].filter(([, { acked, seen }]) => acked && !seen).map(([text]) => text);
  }

  /** Every line has arrived at both ends. */
  get isSettled(): boolean {
    return this.waiting === 0 && this.unseen.length === 0;
  }

  /** What was settled is not gone through again. */
  forget(fault: string): void {
    for (const [text, entry] of this.entries) if (entry.fault === fault) this.entries.delete(text);
    this.waiting = [...this.entries.values()].filter(({ acked }) => !acked).length;
  }
}
