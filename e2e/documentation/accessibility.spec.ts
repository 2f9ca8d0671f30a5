import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { findingsOf } from '../fixtures/axe.js';
import { onlyInFull } from '../fixtures/in-full.js';

const built = fileURLToPath(new URL('../../docs/dist/', import.meta.url));

/** One of each kind: the first page, prose with diagrams, code, tables, calls of the API, events of a socket, and none. */
const kinds = [
  '/',
  '/concepts/flows/',
  '/guide/set-up/',
  '/errors/',
  '/api/',
  '/security/',
  '/decisions/',
  '/nowhere/',
];
const all = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => `/${file.replace(/index\.html$/, '')}`);

async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect.soft(await findingsOf(page), address).toEqual([]);
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect.soft(isWider, `${address} is wider than the screen`).toBe(false);
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`axe finds nothing on any kind of page, ${colorScheme}, ${width} wide`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 844 });
      for (const address of kinds) await look(page, address);
    });

test('axe finds nothing while somebody searches, who had opened it before its field was there', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (run) => waiting.push(run);
    addEventListener('idle', () => {
      for (const run of waiting.splice(0)) run({ didTimeout: false, timeRemaining: () => 50 });
    });
  });
  await page.goto('/');
  // Its handler comes with a script of its own.
  await page.waitForFunction(() => customElements.get('site-search') !== undefined);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('idle')));
  const search = page.getByRole('dialog').getByRole('textbox');
  await expect(search).toBeFocused();
  await page.keyboard.type('nonce');
  const first = page.getByRole('dialog').getByRole('link').first();
  await expect(first).toBeVisible();
  expect(await findingsOf(page)).toEqual([]);
});

test('axe finds nothing in the menu of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/concepts/flows/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('link', { name: 'Quick start' }).first()).toBeInViewport();
  expect(await findingsOf(page)).toEqual([]);
});

test('axe finds nothing on any page', onlyInFull(true), async ({ page }) => {
  test.setTimeout(all.length * 10_000);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  for (const address of all) await look(page, address);
});
