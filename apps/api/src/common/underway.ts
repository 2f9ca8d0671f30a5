import { Injectable } from '@nestjs/common';

/** What this process has begun and not yet answered: before it stops, it waits for that. */
@Injectable()
export class Underway {
  private count = 0;
  private waiting: (() => void)[] = [];

  /** Answers how to say that it is done. */
  begin(): () => void {
    this.count += 1;
    let isDone = false;
    return () => {
      if (isDone) return;
      isDone = true;
      this.count -= 1;
      if (this.count === 0) for (const settle of this.waiting.splice(0)) settle();
    };
  }

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.begin();
    try {
      return await work();
    } finally {
      done();
    }
  }

  /** Waits until nothing is underway, but not longer than that. Answers what still is. */
  async settled(limitMs: number): Promise<number> {
    if (this.count === 0) return 0;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    await Promise.race([new Promise<void>((resolve) => this.waiting.push(resolve)), limit]);
    clearTimeout(timer);
    return this.count;
  }
}
