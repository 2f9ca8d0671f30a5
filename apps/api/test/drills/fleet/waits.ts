/** How long each message took, to the acknowledgement and to the other side, by its text. */
export class Waits {
  private readonly begun = new Map<string, number>();
  private readonly acknowledged = new Map<string, number>();
  private readonly seen = new Map<string, number>();

  sent(text: string): void {
    this.begun.set(text, performance.now());
  }

  acked(text: string): void {
    this.note(this.acknowledged, text);
  }

  saw(text: string): void {
    this.note(this.seen, text);
  }

  get texts(): readonly string[] {
    return [...this.begun.keys()];
  }

  get ackedTexts(): readonly string[] {
    return [...this.acknowledged.keys()];
  }

  /** How many of those that were sent nobody at the other side has seen. */
  get unseen(): number {
    return this.texts.filter((text) => !this.seen.has(text)).length;
  }

  get unacked(): number {
    return this.texts.filter((text) => !this.acknowledged.has(text)).length;
  }

  row(of: 'acknowledged' | 'seen') {
    const sorted = [...this[of].values()].sort((one, other) => one - other);
    const at = (part: number) =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
    return {
      'from sent to': of,
      messages: sorted.length,
      'p50 ms': at(0.5),
      'p99 ms': at(0.99),
      'longest ms': at(1),
    };
  }

  /** The first time counts. */
  private note(where: Map<string, number>, text: string): void {
    const begun = this.begun.get(text);
    if (begun !== undefined && !where.has(text)) where.set(text, performance.now() - begun);
  }
}
