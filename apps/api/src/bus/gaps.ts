/**
 * Each process counts what it tells. A number that is missing is something that nobody here has heard: it was told while
 * the stream was away, or thrown out of it.
 */
export class Gaps {
  private readonly last = new Map<string, number>();

  /** Whether what stands before this was heard. A process that is met for the first time has told nothing before. */
  follows(process: string, number: number): boolean {
    const before = this.last.get(process);
    this.last.delete(process);
    this.last.set(process, number);
    if (this.last.size > MOST) this.last.delete(this.last.keys().next().value ?? '');
    return before === undefined ? number === 1 : number === before + 1;
  }
}

/** Processes come and go with every release. */
const MOST = 1_000;
