type Stoppable = { stop(): Promise<void> };

/** What was started, and is stopped in the opposite order, whatever happened. */
export class Running {
  private readonly started: Stoppable[] = [];

  keep<One extends Stoppable>(one: One): One {
    this.started.unshift(one);
    return one;
  }

  async stop(): Promise<void> {
    for (const one of this.started.splice(0)) await one.stop();
  }
}
