import type { Page } from '@playwright/test';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/life.js';

/** How often the shop's backend was asked for a proof. */
function proofsOf(page: Page): () => number {
  let proofs = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/chat-proof')) proofs += 1;
  });
  return () => proofs;
}

test('a proof is renewed in time, and nobody sees it', async ({
  consumer,
  customer,
  agent,
  brand: _,
  clock,
  tag,
}) => {
  await consumer.prefer('own');
  await consumer.signIn(customer, 'larkspur');
  const proofs = proofsOf(consumer.page);
  await consumer.openChat();
  await consumer.say(`Good morning ${tag}`);
  await agent.take(customer.name);
  await consumer.page.getByTestId('composer').fill('Half a thought');
  expect(proofs()).toBe(1);

  await clock.advance({ minutes: 9, seconds: 45 });
  await expect.poll(proofs).toBe(2);
  await expect(consumer.page.getByTestId('standing')).toBeHidden();
  await expect(consumer.page.getByTestId('composer')).toHaveValue('Half a thought');
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);

  // The first proof would have ended by now.
  await clock.advance({ minutes: 5 });
  await expect(consumer.page.getByTestId('standing')).toBeHidden();
  await consumer.say(`Still here ${tag}`);
  await agent.answer(`So am I ${tag}`);
  await expect(consumer.message('So am I')).toHaveCount(1);
});

test(
  'where a window is needed, the consumer is asked to stay signed in, and stays',
  onlyInFull(true),
  async ({ consumer, customer, brand: _, clock, tag }) => {
    await consumer.signIn(customer, 'google');
    await consumer.openChat();
    await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
    await consumer.say(`Good morning ${tag}`);
    const { page } = consumer;
    const standing = page.getByTestId('standing');
    await expect(standing).toBeHidden();

    await clock.advance({ minutes: 8, seconds: 10 });
    await expect(standing).toContainText('Your sign-in ends soon.');
    await expect(page.getByTestId('minutes-left')).toHaveText('2 minutes left.');
    await consumer.say(`One more thing ${tag}`);
    await page.getByTestId('stay-signed-in').click();
    await expect(standing).toBeHidden();

    await clock.advance({ minutes: 5 });
    await expect(standing).toBeHidden();
    await consumer.say(`And another ${tag}`);
  },
);
