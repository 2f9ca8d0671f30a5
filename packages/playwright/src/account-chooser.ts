import type { Page } from '@playwright/test';

/**
 * Through the pages of the stand-in, until the browser is back at an address: somebody is chosen, and agrees. Either is
 * left out where it is not asked: of a browser that is known, of a client that needs no consent.
 */
export async function chooseAccount(page: Page, id: string, back: (url: URL) => boolean): Promise<void> {
  const account = page.locator(`[data-testid="account-${id}"]`);
  const allow = page.locator('[data-testid=allow]');
  const arrived = page.waitForURL(back).then(() => undefined);
  const next = async () => {
    const asked = account.or(allow).first();
    const shown = asked.waitFor().then(() => asked);
    // Whichever comes second is not waited for.
    shown.catch(() => undefined);
    return Promise.race([arrived, shown]);
  };
  for (let asked = await next(); asked !== undefined; asked = await next()) {
    const before = page.url();
    await asked.click();
    await page.waitForURL((url) => url.href !== before);
  }
}
