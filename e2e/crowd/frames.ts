import type { Page } from '@playwright/test';

type Seen = { frames: number[] };

/** From here on the length of each frame is written down. */
export const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const seen: Seen = { frames: [] };
    let last = performance.now();
    const frame = (now: number) => {
      seen.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { seen });
  });

/** Those since it was last asked, the shortest first. */
export const framesSince = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen };
    return seen.frames.splice(0).toSorted((one, other) => one - other);
  });
