import type { Page } from '@playwright/test';
import { findingsOf } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';

const arabic = /\p{Script=Arabic}/u;

/** Letters in the workspace's own elements, of which none is Arabic: what was left in another language. */
const leftInLatin = (page: Page, within: string) =>
  page.locator(within).evaluate((root) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').replace(/\u2068[^\u2069]*\u2069/g, '');
      const foreign = node.parentElement?.closest(
        'script, style, bdi, code, kbd, textarea, [lang^=en], [dir=auto], [data-testid=demo-banner]',
      );
      if (!foreign && /[a-z]{3,}/i.test(text) && !/\p{Script=Arabic}/u.test(text)) found.push(text);
    }
    return found;
  });

/** Nothing stands beyond the edge. */
const fits = async (page: Page) => {
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBe(shown);
};

test('an agent reads the workspace from right to left, and it stays so', async ({
  consumer,
  customer,
  agent,
}) => {
  const { page } = agent;
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.write('Good morning');
  await page.getByTestId('account-menu').click();
  await page.getByTestId('language-ar').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');

  await agent.take(customer.name);
  await expect(agent.fact('billing').first()).toBeVisible();
  await expect(page.getByTestId('standing')).toHaveText(arabic);
  expect(await leftInLatin(page, 'body')).toEqual([]);
  expect(await findingsOf(page)).toEqual([]);
  // The queue stands where lines begin, who it is where they end.
  const [queue, panel] = await Promise.all([
    page.getByTestId('tab-open').boundingBox(),
    agent.panel.boundingBox(),
  ]);
  expect(queue?.x).toBeGreaterThan(panel?.x ?? 0);
  await fits(page);

  await agent.answer('صباح الخير');
  await expect(consumer.message('صباح الخير')).toBeVisible();
});

/** Each by what is there once it has come. */
const developersPages = [
  ['/connections', 'connection-sealed'],
  ['/connections/sealed', 'settings'],
  ['/connections/sealed/try', 'paste-token'],
  ['/webhooks', 'add-endpoint'],
  ['/webhooks/new', 'endpoint-url'],
  ['/setup', 'step-brand_made'],
  ['/setup/connection', 'row-sealed'],
  ['/setup/connection/new', 'issuer'],
  ['/setup/connection/sealed', 'issuer'],
  ['/setup/install', 'snippet-html'],
  ['/setup/look', 'accent'],
  ['/setup/team', 'member'],
  ['/setup/keys', 'make-key'],
] as const;

test('a developer reads connections, webhooks and the set-up from right to left', async ({
  developer,
  world,
}) => {
  test.setTimeout(120_000);
  const { page } = developer;
  await page.getByTestId('account-menu').click();
  await page.getByTestId('language-ar').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  for (const [path, shown] of developersPages)
    await test.step(path, async () => {
      await page.goto(`${world.workspace}${path}`);
      await expect(page.getByTestId(shown).first()).toBeVisible();
      expect(await leftInLatin(page, 'body')).toEqual([]);
      await fits(page);
    });
  expect(await findingsOf(page)).toEqual([]);
});
