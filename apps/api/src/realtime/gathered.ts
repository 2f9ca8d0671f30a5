/**
 * Work that brings somebody up to date: asked for again while it runs, it runs once more afterwards, and only once,
 * however often it was asked for.
 */
export class Gathered {
  private readonly states = new Map<string, 'running' | 'again'>();

  constructor(private readonly failed: (error: unknown) => void) {}

  run(name: string, work: () => Promise<void>): void {
    if (this.states.has(name)) this.states.set(name, 'again');
    else void this.loop(name, work);
  }

  runs(name: string): boolean {
    return this.states.has(name);
  }

  private async loop(name: string, work: () => Promise<void>): Promise<void> {
    do {
      this.states.set(name, 'running');
      await work().catch(this.failed);
    } while (this.states.get(name) === 'again');
    this.states.delete(name);
  }
}
