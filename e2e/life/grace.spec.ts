import type { Page } from '@playwright/test';
import type { Consumer } from '../fixtures/consumer.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/life.js';

const proofs = '**/api/chat-proof';
const forbidProofs = (page: Page) => page.route(proofs, (route) => route.abort());
const standingOf = ({ page }: Consumer) => page.getByTestId('standing');

test('while nobody is sure what is written waits, and it arrives once it is confirmed', async ({
  consumer,
  customer,
  agent,
  brand: _,
  clock,
  tag,
}) => {
  await consumer.prefer('own');
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Good morning ${tag}`);
  await agent.take(customer.name);
  await forbidProofs(consumer.page);

  await clock.advance({ minutes: 9 });
  await clock.advance({ minutes: 2 });
  await expect(standingOf(consumer)).toContainText(
    'We need to confirm it is still you. What you write waits.',
  );
  await expect(consumer.message('Good morning')).toHaveCount(1);
  await consumer.write(`First of two ${tag}`);
  await consumer.write(`Second of two ${tag}`);
  for (const text of ['First of two', 'Second of two'])
    await expect(consumer.message(text)).toHaveAttribute('data-state', 'held');
  await expect(agent.message('of two')).toHaveCount(0);

  // The chat asks again by itself too, at a time of its own: until the consumer has asked, its time stands still.
  const { page } = consumer;
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 50));
  await expect(page.getByTestId('stay-signed-in')).toBeEnabled();
  await page.unroute(proofs);
  await page.getByTestId('stay-signed-in').click();
  await page.clock.resume();
  await expect(standingOf(consumer)).toBeHidden();
  for (const text of ['First of two', 'Second of two'])
    await expect(consumer.message(text)).toHaveAttribute('data-state', 'sent');
  await expect(agent.message('of two')).toHaveText([/First of two/, /Second of two/]);
});

test('when the grace is over nothing of it is shown, and whoever signs in again goes on', async ({
  consumer,
  customer,
  brand: _,
  clock,
  tag,
}) => {
  const { page } = consumer;
  await consumer.prefer('own');
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Something private ${tag}`);
  await forbidProofs(page);
  await clock.advance({ minutes: 9 });
  await clock.advance({ minutes: 2 });
  await expect(standingOf(consumer)).toHaveAttribute('data-standing', 'stale');
  await clock.advance({ minutes: 10 });
  await expect(page.getByTestId('ran-out')).toContainText('Your sign-in has ended');
  await expect(page.getByTestId('window')).not.toContainText(tag);
  await expect(consumer.identity).not.toContainText(customer.name);

  await page.unroute(proofs);
  await page.getByTestId('sign-in-again').click();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(consumer.message('Something private')).toHaveCount(1);
});

test(
  'when the grace is over a new conversation may begin without a name',
  onlyInFull(true),
  async ({ consumer, customer, agent, brand: _, clock, tag }) => {
    const { page } = consumer;
    await consumer.prefer('own');
    await consumer.signIn(customer, 'larkspur');
    await consumer.openChat();
    await consumer.say(`Something private ${tag}`);
    await forbidProofs(page);
    await clock.advance({ minutes: 9 });
    await clock.advance({ minutes: 2 });
    await expect(standingOf(consumer)).toHaveAttribute('data-standing', 'stale');
    await clock.advance({ minutes: 10 });
    await page.getByTestId('chat-anonymously').click();
    await consumer.say(`Nobody in particular ${tag}`);
    await expect(consumer.identity).toHaveText('Chatting anonymously');
    await expect(page.getByTestId('window')).not.toContainText('Something private');
    await agent.open('Nobody in particular');
    await expect(agent.panel).not.toContainText(customer.name);
  },
);
