/** Conversations whose last told number is remembered; the one not heard of longest goes first. */
const REMEMBERED = 20_000;

/** Of what a room was told: up to which number, and from where on it was told at all. */
type Range = { readonly begun: number; readonly upTo: number };

/** Up to which number the lines of a room were told to those who are connected here. */
export class Told {
  private readonly ranges = new Map<string, Range>();

  upTo(room: string): number | undefined {
    return this.ranges.get(room)?.upTo;
  }

  /** What comes after this number was told to everybody who was here; what comes before, they have read. */
  begun(room: string): number | undefined {
    return this.ranges.get(room)?.begun;
  }

  begin(room: string, number: number): void {
    this.keep(room, { begun: number, upTo: number });
  }

  remember(room: string, number: number): void {
    this.keep(room, { begun: this.begun(room) ?? number, upTo: number });
  }

  forget(room: string): void {
    this.ranges.delete(room);
  }

  private keep(room: string, range: Range): void {
    this.ranges.delete(room);
    this.ranges.set(room, range);
    if (this.ranges.size <= REMEMBERED) return;
    const [oldest] = this.ranges.keys();
    if (oldest !== undefined) this.ranges.delete(oldest);
  }
}
