import type { Page } from '@playwright/test';
import { type ConditionKey, conditionKeys } from '../fixtures/conditions.js';
import { expect, test } from '../fixtures/cross-site.js';
import { openThirdParty } from '../fixtures/third-party.js';

// What is said of browsers here is tried on a third party that does all it can to keep a cookie.

const fetched = (page: Page, url: string) =>
  page.evaluate((to) => fetch(to, { credentials: 'include' }).then((answer) => answer.text()), url);

const framed = async (page: Page, url: string): Promise<string | null> => {
  await page.evaluate(
    (to) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.name = 'third';
        frame.src = to;
        frame.onload = resolve;
        document.body.replaceChildren(frame);
      }),
    url,
  );
  return page.frameLocator('iframe').locator('body').textContent();
};

const known = (condition: ConditionKey) => (condition === 'usual' ? 'known' : 'unknown');

for (const condition of conditionKeys)
  test(`a third party is ${known(condition)} to a browser that is ${condition}`, async ({
    browse,
    world,
  }) => {
    const site = await openThirdParty(world);
    const page = await (await browse(condition)).newPage();
    await page.goto(site.page);
    await fetched(page, `${site.third}/keep`);
    expect(await fetched(page, `${site.third}/back`)).toBe(known(condition));
    await framed(page, `${site.third}/keep`);
    expect(await framed(page, `${site.third}/back`)).toBe(known(condition));
    // Not the name, nor the certificate: the same cookie comes back where the third party is the page itself.
    await page.goto(`${site.third}/keep`);
    await page.goto(`${site.third}/back`);
    await expect(page.locator('body')).toHaveText('known');
    site.close();
  });

test('a browser that blocks windows opens none, also from a click', async ({ browse, world }) => {
  const site = await openThirdParty(world);
  for (const [condition, opened] of [
    ['usual', true],
    ['no-windows', false],
  ] as const) {
    const page = await (await browse(condition)).newPage();
    await page.goto(site.page);
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.onclick = () => {
        document.title = window.open('about:blank') ? 'opened' : 'blocked';
      };
      document.body.replaceChildren(button);
    });
    await page.locator('button').click();
    await expect(page).toHaveTitle(opened ? 'opened' : 'blocked');
  }
  site.close();
});

test('a browser without IndexedDB keeps no key', async ({ browse, world }) => {
  const site = await openThirdParty(world);
  const page = await (await browse('no-storage')).newPage();
  await page.goto(site.page);
  const kept = page.evaluate(() => indexedDB.open('x').readyState);
  await expect(kept).rejects.toThrow(/SecurityError|insecure/);
  site.close();
});
