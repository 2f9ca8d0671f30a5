import { expect, test } from '../fixtures/test.js';

test('after a sign-out at the brand the chat shows nothing of the person before', async ({
  consumer,
  customer,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.write(`Something private ${tag}`);
  await expect(consumer.message(tag)).toHaveAttribute('data-state', 'sent');
  await consumer.page.keyboard.press('Escape');
  await consumer.page
    .getByRole('button', { name: /sign out|log out/i })
    .first()
    .click();
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
  await consumer.write(`To be continued ${tag}`);
  await expect(consumer.message(tag)).toHaveAttribute('data-state', 'sent');
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
  await consumer.write(`Soon gone ${tag}`);
  await expect(consumer.message(tag)).toHaveAttribute('data-state', 'sent');
  await consumer.page.getByTestId('menu').click();
  await consumer.page.getByTestId('sign-out').click();
  await expect(consumer.page.getByTestId('signed-out')).toBeVisible();
  await expect(consumer.message(tag)).toHaveCount(0);
  const stored = await consumer.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(stored).not.toContain(customer.name);
});
