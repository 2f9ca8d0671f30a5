import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.js';

/** How many keys the chat keeps on this page's origin. */
const keysIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('countersign');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('keys').objectStore('keys').count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

test('after a sign-out at the brand the chat shows nothing of the person before', async ({
  consumer,
  customer,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Something private ${tag}`);
  await consumer.page.keyboard.press('Escape');
  await consumer.page
    .getByRole('button', { name: /sign out|log out/i })
    .first()
    .click();
  await expect(consumer.page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await consumer.visit('/');
  await consumer.openChat();
  await expect(consumer.identity).not.toContainText(customer.name);
  await expect(consumer.message(tag)).toHaveCount(0);
});

test('the same person after a reload goes on where they were, without a new proof', async ({
  consumer,
  customer,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`To be continued ${tag}`);
  let proofs = 0;
  consumer.page.on('request', (request) => {
    if (request.url().endsWith('/api/chat-proof')) proofs += 1;
  });
  await consumer.page.reload();
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(consumer.message(tag)).toHaveCount(1);
  expect(proofs).toBe(0);
});

test('signing out of the chat leaves no key and no message in the browser', async ({
  consumer,
  customer,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Soon gone ${tag}`);
  expect(await keysIn(consumer.page)).toBe(1);
  await consumer.page.getByTestId('menu').click();
  await consumer.page.getByTestId('sign-out').click();
  await expect(consumer.page.getByTestId('signed-out')).toBeVisible();
  await expect(consumer.message(tag)).toHaveCount(0);
  const stored = await consumer.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(stored).not.toContain(customer.name);
  await expect.poll(() => keysIn(consumer.page)).toBe(0);
});
