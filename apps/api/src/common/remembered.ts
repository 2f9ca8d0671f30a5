const MOMENT_MS = 1_000;
const MOST = 10_000;

type Entry<Value> = { readonly value: Promise<Value | undefined>; readonly until: number };

/**
 * Keeps for a moment what every request reads and hardly anybody changes. Whoever writes in this process has it
 * forgotten at once; another process sees the change within the moment. What is not there is not remembered.
 */
export class Remembered<Value> {
  private readonly entries = new Map<string, Entry<Value>>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  get(name: string, read: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.entries.get(name);
    if (known && known.until > this.now()) return known.value;
    if (this.entries.size >= MOST) this.entries.clear();
    const value = read();
    const entry = { value, until: this.now() + MOMENT_MS };
    this.entries.set(name, entry);
    const forget = () => this.entries.get(name) === entry && this.entries.delete(name);
    value.then((found) => found === undefined && forget(), forget);
    return value;
  }

  forget(): void {
    this.entries.clear();
  }
}
