import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/life.js';

test('an agent asks who it is, and sees that the consumer has confirmed it', async ({
  consumer,
  customer,
  agent,
  brand: _,
  clock,
  tag,
}) => {
  const { page } = consumer;
  await consumer.prefer('own');
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`I would like to change my address ${tag}`);
  await agent.take(customer.name);
  // The sign-in is too old for what is demanded.
  await clock.advance({ minutes: 6 });
  await agent.page.getByTestId('ask-identity').click();
  const request = page.getByTestId('identity-request');
  await expect(request).toContainText(`${agent.staff.name} asks you to confirm it is you`);
  await expect(agent.page.getByTestId('request')).toBeVisible();
  await request.getByTestId('answer-request').click();
  await expect(request).toHaveCount(0);
  await expect(page.getByTestId('window')).toContainText('You confirmed it is you');
  await expect(agent.page.getByTestId('request')).toHaveCount(0);
  await expect(agent.panel.getByTestId('authenticated')).toBeVisible();
  await consumer.say(`Done ${tag}`);
});

test(
  'a consumer may say no, and the agent is told',
  onlyInFull(true),
  async ({ consumer, customer, agent, brand: _, clock: __, tag }) => {
    const { page } = consumer;
    await consumer.prefer('own');
    await consumer.signIn(customer, 'larkspur');
    await consumer.openChat();
    await consumer.say(`I would like to change my address ${tag}`);
    await agent.take(customer.name);
    await agent.page.getByTestId('ask-identity').click();
    await page.getByTestId('decline-request').click();
    await expect(page.getByTestId('identity-request')).toHaveCount(0);
    await expect(page.getByTestId('window')).toContainText('You did not confirm it is you');
    await expect(page.getByTestId('composer')).toBeFocused();
    await expect(agent.page.getByTestId('request')).toHaveCount(0);
    await consumer.say(`Rather not ${tag}`);
  },
);

test('somebody without a name is asked to sign in, does, and goes on with what was said', async ({
  consumer,
  customer,
  agent,
  brand: _,
  clock: __,
  tag,
}) => {
  const { page } = consumer;
  await consumer.prefer('own');
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`What do I owe? ${tag}`);
  await agent.take(tag);
  await agent.page.getByTestId('ask-identity').click();
  await expect(page.getByTestId('identity-request')).toContainText(`${agent.staff.name} asks you to sign in`);
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await page.getByTestId('answer-request').click();
  await page.getByTestId('merge-accept').click();
  await expect(consumer.message('What do I owe?')).toHaveCount(1);
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(agent.panel).toContainText(customer.name);
  await agent.answer(`Twenty-eight pounds ${tag}`);
  await expect(consumer.message('Twenty-eight pounds')).toHaveCount(1);
});

test('an agent is told when nobody is sure any more, and sends only what they mean to', async ({
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
  await consumer.page.route('**/api/chat-proof', (route) => route.abort());
  await clock.advance({ minutes: 9 });
  await clock.advance({ minutes: 2 });
  await expect(consumer.page.getByTestId('standing')).toHaveAttribute('data-standing', 'stale');
  await expect(agent.panel.getByTestId('who')).toHaveAttribute('data-assurance', 'stale');
  await agent.answer(`Your balance is 28.00 ${tag}`);
  await expect(consumer.message('Your balance')).toHaveCount(0);
  await agent.page.getByTestId('send-anyway').click();
  await expect(consumer.message('Your balance')).toHaveCount(1);
});
