import { expect, test } from '../fixtures/test.js';

// A key is down and up at once.
test.use({ by: 'mouse' });

test('a press on the launcher is not lost where the chat comes to be while it is held down', async ({
  consumer,
}) => {
  const { page } = consumer;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/widget/*/window.js', async (route) => {
    await held;
    await route.continue();
  });
  await consumer.visit('/');
  await page.getByTestId('launcher').hover();
  await page.mouse.down();
  const ready = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('countersign:ready', () => resolve(), { once: true });
      }),
  );
  letGo();
  await ready;
  await page.mouse.up();
  await expect(page.getByTestId('window')).toBeVisible();
});
