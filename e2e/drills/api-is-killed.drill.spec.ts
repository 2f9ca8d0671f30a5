import { becomes, cardIn, proposal } from '../fixtures/cards.js';
import { withoutApi } from '../fixtures/outage.js';
import { expect, test } from '../fixtures/test.js';

test('after kill -9 of the API every acknowledged message is there, once, and both sides come back by themselves', async ({
  consumer,
  customer,
  agent,
  world,
}) => {
  test.slow();
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.write('Before the crash');
  await agent.take(customer.name);
  await agent.answer('I am here');
  await expect(consumer.message('I am here')).toBeVisible();

  await withoutApi(world.api, async () => {
    await expect(consumer.page.getByTestId('connection-banner')).toBeVisible();
    await consumer.write('Written while it was down');
    await expect(consumer.message('Written while it was down')).toHaveAttribute('data-state', 'waiting');
  });
  await expect(consumer.message('Written while it was down')).toHaveAttribute('data-state', 'sent', {
    timeout: 30_000,
  });
  await expect(agent.message('Written while it was down')).toBeVisible({ timeout: 30_000 });
  await agent.answer('Still here');
  await expect(consumer.message('Still here')).toBeVisible();

  for (const text of ['Before the crash', 'I am here', 'Written while it was down', 'Still here']) {
    await expect(consumer.message(text)).toHaveCount(1);
    await expect(agent.message(text)).toHaveCount(1);
  }
  await consumer.page.reload();
  await consumer.openChat();
  for (const text of ['Before the crash', 'I am here', 'Written while it was down', 'Still here'])
    await expect(consumer.message(text)).toHaveCount(1);
});

test('an offer that is accepted while the API is down is carried out once it is back, and once only', async ({
  consumer,
  customer,
  agent,
  world,
}) => {
  test.slow();
  await consumer.signIn(customer, 'google');
  await consumer.openChat();
  await consumer.say('I keep running out of data');
  await agent.take(customer.name);
  await proposal(agent, 'Larkspur 100');
  await agent.page.getByTestId('send-proposal').click();
  const [theirs, ours] = [cardIn(consumer.page), cardIn(agent.page)];
  await expect(theirs).toContainText('Larkspur 100');

  await withoutApi(world.api, async () => {
    await expect(consumer.page.getByTestId('connection-banner')).toBeVisible();
    await theirs.getByRole('button', { name: 'Accept' }).click();
  });
  await expect(theirs.getByTestId('card-state')).toHaveText('You are on Larkspur 100 now.', {
    timeout: 30_000,
  });
  await becomes(ours, 'done');
  await expect(agent.fact('package').first()).toContainText('£38.00');
});
