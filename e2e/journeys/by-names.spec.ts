import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.js';

const chatOf = (page: Page) => page.getByRole('dialog', { name: /Larkspur/ });

test('by roles and names alone, as a screen reader tells them, a customer signs in and is known, asked and answered', async ({
  consumer,
  customer,
  agent,
  tag,
}) => {
  const { page } = consumer;
  await consumer.visit('/');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Larkspur ID/ })
    .click();
  await page.getByRole('button', { name: new RegExp(customer.name) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(customer.name.split(' ')[0] ?? '');

  await page.getByRole('button', { name: /chat/i }).click();
  const chat = chatOf(page);
  await expect(chat.getByRole('status').filter({ hasText: 'Signed in as' })).toHaveText(
    `Signed in as ${customer.name}`,
  );
  await chat.getByRole('textbox', { name: 'Message' }).fill(`Which plan have I? ${tag}`);
  await chat.getByRole('button', { name: 'Send' }).click();
  const log = chat.getByRole('log', { name: 'Messages' });
  await expect(log.getByRole('listitem').filter({ hasText: tag })).toContainText('You');

  const desk = agent.page;
  await desk.getByRole('link', { name: new RegExp(tag) }).click();
  await desk.getByRole('button', { name: 'Take conversation' }).click();
  const identity = desk.getByRole('complementary', { name: 'Identity' });
  await expect(identity.getByRole('heading', { name: new RegExp(customer.name) })).toBeVisible();
  await expect(identity).toContainText('Verified by Larkspur');
  await expect(identity.getByRole('heading', { name: 'From the page' })).toBeVisible();
  await expect(identity.getByText('Sent by the web page. Not proof of anything.')).toBeVisible();
  await desk.getByRole('textbox', { name: 'Message' }).fill(`The 40. ${tag}`);
  await desk.getByRole('button', { name: 'Send' }).click();
  await expect(log.getByRole('listitem').filter({ hasText: 'The 40.' })).toContainText(agent.staff.name);

  await chat.getByRole('button', { name: 'Menu' }).click();
  await chat.getByRole('button', { name: 'Sign out of this chat' }).click();
  await expect(chat.getByRole('heading', { name: /signed out/i })).toBeVisible();
});
