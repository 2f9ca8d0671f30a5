import type { Browser, Page } from '@playwright/test';
import { keep } from './camera.js';

const image = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** The brand's page and the workspace of the same moment, in one picture. */
export async function sideBySide(browser: Browser, shop: Page, desk: Page): Promise<void> {
  for (const one of [shop, desk]) await one.emulateMedia({ colorScheme: 'light' });
  const [left, right] = await Promise.all(
    [shop, desk].map((page) => page.screenshot({ scale: 'css', animations: 'disabled' })),
  );
  if (!left || !right) throw new Error('A picture is missing.');
  const page = await browser.newPage({ viewport: { width: 1640, height: 560 } });
  const frame =
    'width:800px;border-radius:12px;border:1px solid #d9dce3;box-shadow:0 8px 24px rgb(0 0 0/12%)';
  await page.setContent(`<!doctype html><html lang="en"><title>Side by side</title>
    <body style="margin:0;display:flex;gap:20px;padding:20px 10px;background:#f4f5f8;width:1620px">
    <img alt="" style="${frame}" src="${image(left)}"><img alt="" style="${frame}" src="${image(right)}"></body></html>`);
  await keep(await page.screenshot({ scale: 'css' }), 'side-by-side');
  await page.close();
}
