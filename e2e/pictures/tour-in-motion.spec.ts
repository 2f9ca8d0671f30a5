import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { test } from '../fixtures/test.js';
import { GuidedTour } from '../fixtures/tour.js';

const folder = process.env['PICTURES'] ?? 'test-results/pictures';
const size = { width: 1440, height: 900 };
const EVERY_MS = 350;
/** As wide as a page of documentation shows it. */
const WIDTH = 960;
const LAST_MS = 2_500;

mkdirSync(folder, { recursive: true });

/** Takes a frame now and then, until it is told to stop. */
function filming(page: Page) {
  const frames: Buffer[] = [];
  let isRolling = true;
  const roll = async () => {
    while (isRolling) {
      const [frame] = await Promise.all([
        page.screenshot({ scale: 'css', type: 'jpeg', quality: 90 }),
        new Promise((resolve) => setTimeout(resolve, EVERY_MS)),
      ]);
      frames.push(frame);
    }
  };
  const rolled = roll();
  return async () => {
    isRolling = false;
    await rolled;
    return frames;
  };
}

/** One file that moves. A frame that shows what the one before showed lengthens it instead. */
async function joined(frames: readonly Buffer[], to: string): Promise<void> {
  const small = await Promise.all(
    frames.map((frame) => sharp(frame).resize({ width: WIDTH }).png().toBuffer()),
  );
  const kept: { readonly frame: Buffer; ms: number }[] = [];
  for (const frame of small) {
    const last = kept.at(-1);
    if (last?.frame.equals(frame)) last.ms += EVERY_MS;
    else kept.push({ frame, ms: EVERY_MS });
  }
  const delay = kept.map(({ ms }, index) => (index === kept.length - 1 ? LAST_MS : Math.min(ms, LAST_MS)));
  await sharp(
    kept.map(({ frame }) => frame),
    { join: { animated: true } },
  )
    .webp({ delay, loop: 0, quality: 60, effort: 4 })
    .toFile(to);
}

test('the guided demo, as a picture that moves', async ({ consumer: { page }, world }) => {
  test.setTimeout(300_000);
  await page.setViewportSize(size);
  const tour = new GuidedTour(page);
  await tour.open(world.brandSite);
  const stop = filming(page);
  for (const step of await tour.steps()) await tour.next(step);
  await joined(await stop(), join(folder, 'guided-demo.webp'));
});
