type Known = { readonly number: number; readonly heardAt: number };

/** A process that is there says something within this time. */
const SILENT_MS = 6_000;

/**
 * Each process counts what it tells. A number that is missing is something that nobody here has heard: it was told while
 * the stream was away, or thrown out of it. And one that falls silent without a word may have had something to tell.
 */
export class Gaps {
  private readonly known = new Map<string, Known>();

  /** Whether what stands before this was heard. A process that is met for the first time has told nothing before. */
  follows(process: string, number: number, now: number): boolean {
    const before = this.known.get(process);
    this.known.set(process, { number, heardAt: now });
    return number === (before?.number ?? 0) + 1;
  }

  /** It has told all it had to tell. */
  left(process: string): void {
    this.known.delete(process);
  }

  /** How many were not heard of any more. Each once. */
  fallenSilent(now: number): number {
    const silent = [...this.known].filter(([, { heardAt }]) => now - heardAt > SILENT_MS);
    for (const [process] of silent) this.known.delete(process);
    return silent.length;
  }
}
