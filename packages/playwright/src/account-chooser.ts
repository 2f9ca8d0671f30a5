import type { Page } from '@playwright/test';

/** Chooses somebody at the stand-in, and agrees where it asks: until the browser is back at an address. */
export async function chooseAccount(page: Page, id: string, back: (url: URL) => boolean): Promise<void> {
  await page.locator(`[data-testid="account-${id}"]`).click();
  const allow = page.locator('[data-testid=allow]');
  const arrived = page.waitForURL(back).then(() => true);
  const asked = allow.waitFor().then(() => false);
  asked.catch(() => undefined);
  if (!(await Promise.race([arrived, asked]))) await allow.click();
  await arrived;
}
