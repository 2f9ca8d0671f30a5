type Line = { readonly last: Promise<unknown>; readonly waiting: number };

/** Work under one name is done one at a time, in the order it came; under different names side by side. */
export class Turns {
  private readonly lines = new Map<string, Line>();

  run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.lines.get(name);
    const mine = (before?.last ?? Promise.resolve()).then(work, work);
    const last = mine.catch(() => undefined);
    this.lines.set(name, { last, waiting: this.waiting(name) + 1 });
    void last.then(() => this.leave(name));
    return mine;
  }

  /** How much under this name is not done yet. */
  waiting(name: string): number {
    return this.lines.get(name)?.waiting ?? 0;
  }

  private leave(name: string): void {
    const line = this.lines.get(name);
    if (line && line.waiting > 1) this.lines.set(name, { ...line, waiting: line.waiting - 1 });
    else this.lines.delete(name);
  }
}
