import { findingsOf } from '../fixtures/axe.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';

// Three stops for each of a hundred operations: Tab leads there, and a test would be all Tab.
test.use({ by: 'mouse' });

test(
  'axe finds nothing in the reference of the API, closed or open',
  onlyInFull(true),
  async ({ page, world }) => {
    test.slow();
    await page.goto(`${world.api}/docs`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect.soft(await findingsOf(page)).toEqual([]);
    for (const operation of ['beginAttempt', 'listWebhooks', 'pushFacts', 'eraseConsumer']) {
      const shown = page.locator(`[id$="-${operation}"]`);
      await shown.getByRole('button').first().click();
      await expect(shown.getByText('Responses').first()).toBeVisible();
      expect.soft(await findingsOf(page), operation).toEqual([]);
    }
  },
);
