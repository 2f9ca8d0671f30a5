/** Who waits because of a fault, until the time has come or the fault is cleared. */
export class Waits {
  readonly #wakers = new Map<string, Set<() => void>>();

  /** Answers true where the whole time passed, false where the fault was cleared or `signal` ended it. */
  wait(id: string, ms: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const wakers = this.#wakers.get(id) ?? new Set();
      this.#wakers.set(id, wakers);
      const finish = (whole: boolean) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        wakers.delete(wake);
        if (wakers.size === 0 && this.#wakers.get(id) === wakers) this.#wakers.delete(id);
        resolve(whole);
      };
      const wake = () => finish(false);
      const timer = setTimeout(() => finish(true), ms).unref();
      wakers.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }

  /** Answers whether anybody waited. */
  end(id: string): boolean {
    const wakers = this.#wakers.get(id);
    for (const wake of [...(wakers ?? [])]) wake();
    return wakers !== undefined;
  }

  endAll(): void {
    for (const id of [...this.#wakers.keys()]) this.end(id);
  }
}
