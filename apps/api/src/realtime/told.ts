/** Conversations whose last told number is remembered; the one not heard of longest goes first. */
const REMEMBERED = 20_000;

/** Up to which number the lines of a room were told to those who are connected here. */
export class Told {
  private readonly numbers = new Map<string, number>();

  upTo(room: string): number | undefined {
    return this.numbers.get(room);
  }

  remember(room: string, number: number): void {
    this.numbers.delete(room);
    this.numbers.set(room, number);
    if (this.numbers.size <= REMEMBERED) return;
    const [oldest] = this.numbers.keys();
    if (oldest !== undefined) this.numbers.delete(oldest);
  }

  forget(room: string): void {
    this.numbers.delete(room);
  }
}
