type Stoppable = { stop(): Promise<void> };

/** All that is on, wherever it was begun. */
const all = new Set<Running>();

/** What was started, and is stopped in the opposite order, whatever happened. */
export class Running {
  private readonly started: Stoppable[] = [];

  constructor() {
    all.add(this);
  }

  keep<One extends Stoppable>(one: One): One {
    this.started.unshift(one);
    return one;
  }

  async stop(): Promise<void> {
    // One that does not stop must not keep the others on.
    for (const one of this.started.splice(0)) await one.stop().catch(() => undefined);
    all.delete(this);
  }

  /** For a run that is broken off, whole parts first, then what was on its way into one: nothing stays behind, neither a process nor a folder of the database. */
  static async stopAll(): Promise<void> {
    for (const one of [...all]) await one.stop();
  }
}
