import type { Page } from '@playwright/test';
import { Consumer } from '../fixtures/consumer.js';
import { expect, test } from '../fixtures/test.js';

// A key is down and up at once: only a mouse stays pressed while rows move.
test.use({ by: 'mouse' });

/** Waits until this page was told something over its line that speaks of both. */
const told = (page: Page, ...words: string[]): Promise<void> =>
  new Promise((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (words.every((word) => String(payload).includes(word))) resolve();
      }),
    );
  });

test('a row that would move while an agent presses on it stays, and opens', async ({
  browser,
  consumer,
  agent,
  tag,
}) => {
  const context = await browser.newContext();
  const earlier = new Consumer(await context.newPage(), consumer.shop);
  for (const [who, text] of [
    [earlier, `I was first ${tag}`],
    [consumer, `I was second ${tag}`],
  ] as const) {
    await who.visit('/');
    await who.openChat();
    await who.say(text);
  }
  const gone = told(agent.page, 'queue:changed', `I was first ${tag}`, '"state":"ended"');
  await agent.page.reload();
  await expect(agent.row(`I was first ${tag}`)).toBeVisible();
  const row = agent.row(`I was second ${tag}`);
  await row.hover();
  await agent.page.mouse.down();
  await earlier.page.getByTestId('menu').click();
  await earlier.page.getByTestId('end').click();
  await gone;
  await agent.page.mouse.up();
  await expect(agent.panel).toBeVisible();
  await expect(agent.message(`I was second ${tag}`)).toBeVisible();
  await expect(agent.row(`I was first ${tag}`)).toHaveCount(0);
  await context.close();
});
