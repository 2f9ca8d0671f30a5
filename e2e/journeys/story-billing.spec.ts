import { becomes, cardIn, openShop, proposal } from '../fixtures/cards.js';
import { expect, test } from '../fixtures/test.js';

test.use({ by: 'keyboard' });

test('an open bill is paid in the chat by the cheapest way, and the shop and the agent’s panel show it', async ({
  consumer,
  customer,
  agent,
}) => {
  await consumer.signIn(customer, 'google');
  await consumer.openChat();
  await consumer.say('What is the cheapest way to pay my bill?');
  await agent.take(customer.name);
  await expect(agent.fact('billing').first()).toContainText('Open, due');

  const preview = await proposal(agent, '\\w+ 20\\d\\d');
  await expect(preview).toContainText('Cheapest');
  await agent.page.getByTestId('send-proposal').click();
  const [theirs, ours] = [cardIn(consumer.page), cardIn(agent.page)];
  await expect(theirs.getByRole('heading', { name: '£28.00 to pay' })).toBeVisible();
  // The agent said which bill; which way costs least was reckoned.
  await expect(theirs.getByRole('radio', { name: /Bank transfer/ })).toBeChecked();
  await expect(theirs.getByTestId('way-bank')).toContainText('Cheapest');
  await expect(theirs.getByTestId('way-card')).toContainText('£28.60');

  // By keyboard alone: from the ways to the one button that pays.
  await theirs.getByRole('radio', { name: /Bank transfer/ }).focus();
  await consumer.page.keyboard.press('Tab');
  await expect(theirs.getByRole('button', { name: 'Pay £28.00' })).toBeFocused();
  await consumer.page.keyboard.press('Enter');

  await becomes(theirs, 'done');
  await becomes(ours, 'done');
  await expect(theirs.getByTestId('receipt')).toContainText('Bank transfer');
  await expect(ours).toContainText('Bank transfer');
  await expect(agent.fact('billing').first()).toContainText('Nothing open');

  const shop = await openShop(consumer, '/billing');
  await expect(shop.getByText('Nothing is open. All your bills are paid.')).toBeVisible();
});

test('a way the processor refuses says why, charges nothing, and another one pays', async ({
  consumer,
  customer,
  agent,
}) => {
  await consumer.signIn(customer, 'google');
  await consumer.openChat();
  await consumer.say('Can I pay my bill later?');
  await agent.take(customer.name);
  await proposal(agent, '\\w+ 20\\d\\d');
  await agent.page.getByTestId('send-proposal').click();
  const first = cardIn(consumer.page).first();
  await first.getByRole('radio', { name: /Pay later/ }).check();
  await first.getByRole('button', { name: 'Pay £30.40' }).click();
  await becomes(first, 'refused');
  await expect(first.getByTestId('card-state')).toContainText(
    'Pay later is for £30 and more. Nothing was charged.',
  );
  await expect(agent.fact('billing').first()).toContainText('Open, due');

  await proposal(agent, '\\w+ 20\\d\\d');
  await agent.page.getByTestId('send-proposal').click();
  const second = cardIn(consumer.page).last();
  await second.getByRole('radio', { name: /Card on file/ }).check();
  await second.getByRole('button', { name: 'Pay £28.60' }).click();
  await becomes(second, 'done');
  await expect(second.getByTestId('receipt')).toContainText('£28.60');
});

test('a bill that is paid in the shop meanwhile is not paid twice', async ({ consumer, customer, agent }) => {
  await consumer.signIn(customer, 'google');
  await consumer.openChat();
  await consumer.say('I think I have a bill');
  await agent.take(customer.name);
  await proposal(agent, '\\w+ 20\\d\\d');
  await agent.page.getByTestId('send-proposal').click();
  const card = cardIn(consumer.page);
  await expect(card).toBeVisible();
  const shop = await openShop(consumer, '/billing');
  await shop.getByRole('button', { name: 'Pay now' }).click();
  await becomes(card, 'withdrawn');
  await expect(card.getByTestId('card-state')).toContainText('This no longer stands');
  await expect(card.getByRole('button')).toHaveCount(0);
});
