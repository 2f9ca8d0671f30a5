import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.js';

/** Walks by Tab until the focus is where it is wanted. */
async function tabTo(page: Page, testId: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      let element: Element | null = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('data-testid');
    });
    if (here === testId) return;
  }
  throw new Error(`Tab never reached ${testId}`);
}

test('by keyboard alone a customer signs in, chats, and is answered', async ({
  consumer,
  customer,
  agent,
}) => {
  const { page } = consumer;
  await consumer.visit('/login');
  const way = page
    .getByRole('link', { name: /larkspur id/i })
    .or(page.getByRole('button', { name: /larkspur id/i }))
    .first();
  await way.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId(`account-${customer.id}`)).toBeVisible();
  await tabTo(page, `account-${customer.id}`);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.origin === consumer.shop && !url.pathname.startsWith('/login'));

  await expect(page.getByTestId('launcher')).toBeVisible();
  await tabTo(page, 'launcher');
  await page.keyboard.press('Enter');
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(page.getByTestId('composer')).toBeEnabled();
  await page.keyboard.type('By keyboard alone');
  if (!(await page.getByTestId('composer').inputValue())) {
    await tabTo(page, 'composer');
    await page.keyboard.type('By keyboard alone');
  }
  await page.keyboard.press('Enter');
  await expect(consumer.message('By keyboard alone')).toHaveAttribute('data-state', 'sent');

  await agent.row(customer.name).focus();
  await agent.page.keyboard.press('Enter');
  await expect(agent.panel).toBeVisible();
  await tabTo(agent.page, 'take');
  await agent.page.keyboard.press('Enter');
  await expect(agent.page.getByTestId('composer')).toBeEnabled();
  await agent.page.getByTestId('composer').focus();
  await agent.page.keyboard.type('And answered by keyboard');
  await agent.page.keyboard.press('Enter');
  await expect(consumer.message('And answered by keyboard')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('window')).toBeHidden();
});

test('the keyboard stays in the chat when what was pressed goes away with it', async ({
  consumer,
  customer,
}) => {
  const { page } = consumer;
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(page.getByTestId('composer')).toBeFocused();
  await page.getByTestId('menu').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('sign-out').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('signed-out')).toBeVisible();
  await expect(page.getByTestId('window')).toBeFocused();
  await page.getByTestId('chat-anonymously').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('composer')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('launcher')).toBeFocused();
});
