import { expect } from '@playwright/test';
import { test } from '../fixtures/own-brand.js';

// A key is down and up at once: only a mouse stays pressed while rows move.
test.use({ by: 'mouse' });

test('a row that would move while an agent presses on it stays, and opens', async ({ ownBrand, tag }) => {
  const agent = await ownBrand.staff('agent');
  const [earlier, later] = [await ownBrand.visitor(), await ownBrand.visitor()];
  for (const [who, text] of [
    [earlier, `I was first ${tag}`],
    [later, `I was second ${tag}`],
  ] as const) {
    await who.visit('/');
    await who.openChat();
    await who.say(text);
  }
  const open = agent.page.getByTestId('tab-open');
  await expect(open).toContainText('2');
  // The newest stands above.
  const row = agent.row(`I was first ${tag}`);
  await row.hover();
  await agent.page.mouse.down();
  await later.page.getByTestId('menu').click();
  await later.page.getByTestId('end').click();
  // The workspace knows, and draws what does not move beneath the hand.
  await expect(open).toContainText('1');
  await agent.page.mouse.up();
  await expect(agent.panel).toBeVisible();
  await expect(agent.message(`I was first ${tag}`)).toBeVisible();
  await expect(agent.row(`I was second ${tag}`)).toHaveCount(0);
});
