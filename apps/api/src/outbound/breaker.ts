const FAILURES = 5;
const OPEN_MS = 10_000;
const MOST = 10_000;

type State = { failures: number; openUntil: number };

/**
 * Stops calling an endpoint that fails again and again. Per connection and endpoint, and opened by network errors
 * and 5xx only: a refused code of one consumer says nothing about the next.
 */
export class Breaker {
  private readonly states = new Map<string, State>();

  isOpen(name: string, now: number): boolean {
    return (this.states.get(name)?.openUntil ?? 0) > now;
  }

  succeeded(name: string): void {
    this.states.delete(name);
  }

  /** How many names are remembered. */
  get size(): number {
    return this.states.size;
  }

  failed(name: string, now: number): void {
    const failures = (this.states.get(name)?.failures ?? 0) + 1;
    // As the latest: of ever new names the oldest goes.
    this.states.delete(name);
    this.states.set(name, { failures, openUntil: failures >= FAILURES ? now + OPEN_MS : 0 });
    const [oldest] = this.states.keys();
    if (this.states.size > MOST && oldest !== undefined) this.states.delete(oldest);
  }
}
