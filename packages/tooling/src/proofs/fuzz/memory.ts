import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What the heap may have grown by, once the first part of a run has warmed everything up. */
export const GROWTH_LIMIT_BYTES = 8 * 1024 * 1024;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** What is held after everything that can go has gone: the heap, and buffers beside it. */
function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Watches a run: the first fifth warms up, after that nothing may grow. */
export class Memory {
  private readonly samples: { readonly share: number; readonly bytes: number }[] = [];

  sample(share: number): void {
    const last = this.samples.at(-1)?.share ?? -1;
    if (share - last >= 0.1) this.samples.push({ share, bytes: held() });
  }

  /**
   * The least that was held late in the run, above the least that was held early: one peak is not growth. No number
   * where the run was too short to tell.
   */
  growth(): number {
    const least = (from: number, to: number) =>
      Math.min(...this.samples.filter(({ share }) => share >= from && share <= to).map(({ bytes }) => bytes));
    const [early, late] = [least(0.2, 0.5), least(0.7, Number.POSITIVE_INFINITY)];
    return late - early;
  }
}
