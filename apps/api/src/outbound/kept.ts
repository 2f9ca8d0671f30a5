import type { Outcome } from '@countersign/protocol';

/** What was fetched, and until when it counts as fresh. */
type Entry<Value> = { readonly value: Value; readonly freshUntil: number };
export type Fetched<Value> = { readonly value: Value; readonly maxAgeSeconds: number | undefined };
/** Asks the provider once; a refusal says why there is no answer. */
export type Fetch<Value> = () => Promise<Outcome<Fetched<Value>>>;

const COOL_DOWN_MS = 10_000;
const SHORTEST_MS = 60_000;
const LONGEST_MS = 86_400_000;
const USUAL_SECONDS = 300;
/** Whoever names ever new addresses fills no memory: what was asked for longest ago goes. */
const MOST = 2_000;

/**
 * Keeps what a provider publishes, by its cache headers. However many ask, one request is under way per name;
 * a second look is taken at most every ten seconds, and whoever asks in between waits for it.
 */
export class Kept<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly underWay = new Map<string, Promise<Outcome<Value>>>();
  /** When each was last asked for, whatever the answer: a refusal is a look as well. */
  private readonly lookedAt = new Map<string, number>();

  constructor(
    private readonly now: () => number,
    private readonly pause: (ms: number) => Promise<void>,
  ) {}

  async get(name: string, fetch: Fetch<Value>): Promise<Outcome<Value>> {
    const entry = this.entries.get(name);
    // What is no longer fresh counts on while the look that failed is a few seconds old.
    if (entry) put(this.entries, name, entry);
    if (entry && (entry.freshUntil > this.now() || this.pauseOf(name) > 0))
      return { ok: true, value: entry.value };
    const fetched = await this.single(name, 0, fetch);
    // Better a little old than none: a provider that is down must not take its keys with it.
    return !fetched.ok && entry ? { ok: true, value: entry.value } : fetched;
  }

  /** Looks again, for what was not in the last answer. */
  again(name: string, fetch: Fetch<Value>): Promise<Outcome<Value>> {
    return this.single(name, this.pauseOf(name), fetch);
  }

  /** How long until the next look may be taken. */
  private pauseOf(name: string): number {
    const lookedAt = this.lookedAt.get(name);
    return lookedAt === undefined ? 0 : lookedAt + COOL_DOWN_MS - this.now();
  }

  private single(name: string, waitMs: number, fetch: Fetch<Value>): Promise<Outcome<Value>> {
    const waiting = this.underWay.get(name);
    if (waiting) return waiting;
    const run = this.refresh(name, waitMs, fetch).finally(() => this.underWay.delete(name));
    this.underWay.set(name, run);
    return run;
  }

  private async refresh(name: string, waitMs: number, fetch: Fetch<Value>): Promise<Outcome<Value>> {
    if (waitMs > 0) await this.pause(waitMs);
    const fetched = await fetch().finally(() => put(this.lookedAt, name, this.now()));
    if (!fetched.ok) return fetched;
    const { value, maxAgeSeconds = USUAL_SECONDS } = fetched.value;
    const freshUntil = this.now() + Math.min(Math.max(maxAgeSeconds * 1_000, SHORTEST_MS), LONGEST_MS);
    put(this.entries, name, { value, freshUntil });
    return { ok: true, value };
  }
}

/** As the latest. */
function put<Item>(to: Map<string, Item>, name: string, item: Item): void {
  to.delete(name);
  to.set(name, item);
  const [oldest] = to.keys();
  if (to.size > MOST && oldest !== undefined) to.delete(oldest);
}
