import { findingsOf } from '../fixtures/axe.js';
import { becomes, cardIn, openShop, proposal } from '../fixtures/cards.js';
import { expect, test } from '../fixtures/test.js';

test.use({ by: 'keyboard' });

test('an upgrade that is offered in the chat is bought there: package, next bill and panel change', async ({
  consumer,
  customer,
  agent,
}) => {
  await consumer.signIn(customer, 'google');
  const before = await openShop(consumer, '/account');
  await expect(before.getByTestId('next-bill')).toContainText('£28.00');
  await consumer.openChat();
  await consumer.say('I keep running out of data');
  await agent.take(customer.name);
  await expect(agent.fact('package').first()).toContainText('Larkspur 40');
  await expect(agent.fact('offers').first()).toContainText('Larkspur 100');

  const preview = await proposal(agent, 'Larkspur 100');
  await expect(preview).toContainText('£10.00 more a month');
  expect(await findingsOf(agent.page)).toEqual([]);
  await agent.page.getByTestId('send-proposal').click();
  const [theirs, ours] = [cardIn(consumer.page), cardIn(agent.page)];
  await expect(theirs).toContainText('Larkspur 40');
  await expect(theirs.getByTestId('difference')).toHaveText('£10.00 more a month');
  await expect(ours.getByTestId('card-state')).toHaveText('Waits for an answer');
  expect(await findingsOf(consumer.page)).toEqual([]);

  await theirs.getByRole('button', { name: 'Accept' }).click();
  await becomes(theirs, 'done');
  await becomes(ours, 'done');
  await expect(theirs.getByTestId('card-state')).toHaveText('You are on Larkspur 100 now.');
  await expect(theirs.getByTestId('receipt')).toContainText('Your next bill');
  await expect(agent.fact('package').first()).toContainText('Larkspur 100');
  await expect(agent.fact('package').first()).toContainText('£38.00');

  await before.reload();
  await expect(before.getByText('Larkspur 100').first()).toBeVisible();
  await expect(before.getByTestId('next-bill')).toContainText('£38.00');

  // After a reload it stands there as it came out, and nobody can buy it twice.
  await consumer.page.reload();
  await consumer.openChat();
  await becomes(cardIn(consumer.page), 'done');
  await expect(cardIn(consumer.page).getByRole('button')).toHaveCount(0);
});

test('whoever does not want it says so, and nothing changes', async ({ consumer, customer, agent }) => {
  await consumer.signIn(customer, 'google');
  await consumer.openChat();
  await consumer.say('Is there anything better?');
  await agent.take(customer.name);
  await proposal(agent, 'Larkspur Unlimited');
  await agent.page.getByTestId('send-proposal').click();
  const card = cardIn(consumer.page);
  await card.getByRole('button', { name: 'Not now' }).click();
  await becomes(card, 'declined');
  await becomes(cardIn(agent.page), 'declined');
  await expect(agent.fact('package').first()).toContainText('Larkspur 40');
});

test('what an agent takes back can be accepted no more', async ({ consumer, customer, agent }) => {
  await consumer.signIn(customer, 'google');
  await consumer.openChat();
  await consumer.say('Hm, let me think about it');
  await agent.take(customer.name);
  await proposal(agent, 'Larkspur 100');
  await agent.page.getByTestId('send-proposal').click();
  const card = cardIn(consumer.page);
  await expect(card.getByRole('button', { name: 'Accept' })).toBeEnabled();
  await cardIn(agent.page).getByTestId('card-withdraw').click();
  await becomes(card, 'withdrawn');
  await expect(card.getByRole('button', { name: 'Accept' })).toBeHidden();
});
