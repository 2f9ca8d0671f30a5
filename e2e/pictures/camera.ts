import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { findingsOf } from '../fixtures/axe.js';

export const folder = process.env['PICTURES'] ?? 'test-results/pictures';
const sizes = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } } as const;
type Width = keyof typeof sizes;
/** From the right it is read in light alone: colours have no direction. */
type Kind = 'light' | 'dark' | 'rtl';
export type Shot = (page: Page, name: string, prepare?: (width: Width) => Promise<unknown>) => Promise<void>;

mkdirSync(folder, { recursive: true });

/** What a page does about another size is done, and its letters are there. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

/** A page of few colours in few bytes. */
export async function keep(png: Buffer, name: string): Promise<void> {
  await sharp(png)
    .png({ palette: true, quality: 100, dither: 0, effort: 4 })
    .toFile(join(folder, `${name}.png`));
}

async function take(page: Page, name: string, width: Width, kind: Kind): Promise<void> {
  await page.emulateMedia({ colorScheme: kind === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' });
  await settled(page);
  const state = `${name}-${width}-${kind}`;
  await keep(await page.screenshot({ scale: 'css', animations: 'disabled' }), state);
  // Whoever looks on sees what is drawn; what is told to those who do not see it, axe reads. One run names all it finds.
  expect.soft(await findingsOf(page, { frames: false }), `what axe finds in ${state}`).toEqual([]);
}

const shotOf =
  (kinds: readonly Kind[]): Shot =>
  async (page, name, prepare = () => Promise.resolve()) => {
    for (const width of [390, 1280] as const) {
      await page.setViewportSize(sizes[width]);
      await settled(page);
      await prepare(width);
      for (const kind of kinds) await take(page, name, width, kind);
    }
  };

/** One state, wide and narrow, light and dark. Ends wide, where the next is reached. */
export const shot = shotOf(['light', 'dark']);
/** One state that is read from the right. */
export const shotFromRight = shotOf(['rtl']);
