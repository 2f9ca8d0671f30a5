import { expect, test } from '../fixtures/test.js';

test('a visitor chats without signing in, and the agent sees that nothing is verified', async ({
  consumer,
  agent,
  tag,
}) => {
  await consumer.visit('/plans');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText('Chatting anonymously');
  await consumer.say(`Do you have coverage in Kirkwall? ${tag}`);
  await agent.take(tag);
  await expect(agent.panel.getByTestId('who')).toContainText(/anonymous/i);
  await expect(agent.panel.getByTestId('seal')).toHaveCount(0);
  await expect(agent.pageFact('viewing')).toBeVisible();
  await agent.answer('We do, and on Stronsay too.');
  await expect(consumer.message('We do, and on Stronsay too.')).toBeVisible();
});

test('a reload keeps the conversation', async ({ consumer, tag }) => {
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`Hello ${tag}`);
  await consumer.page.reload();
  await consumer.openChat();
  await expect(consumer.message(tag)).toBeVisible();
  await expect(consumer.message(tag)).toHaveCount(1);
});
