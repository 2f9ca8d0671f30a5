import { expect, test } from '../fixtures/test.js';

test('a consumer proven by the brand’s own server chats, and every fact is sealed by it', async ({
  consumer,
  customer,
  agent,
}) => {
  await consumer.signInByHand(customer, 'larkspur');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await consumer.write('What do I owe?');
  await agent.take(customer.name);

  for (const name of ['name', 'email', 'account_number', 'package', 'billing'])
    await expect(agent.fact(name).first()).toBeVisible();
  await expect(agent.fact('name').getByTestId('seal')).toBeVisible();
  await expect(agent.fact('account_number')).toContainText(customer.account);
  await expect(agent.panel.getByTestId('who')).toContainText('Larkspur');

  await agent.answer('28 pounds, due on the 28th.');
  await expect(consumer.message('28 pounds, due on the 28th.')).toBeVisible();
});
