import { expect, test } from '../fixtures/test.js';

test('both sides see that what they said was sent, and that it was read', async ({
  consumer,
  agent,
  tag,
}) => {
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`Is anybody there? ${tag}`);
  const asked = consumer.message(tag).locator('.mark');
  await expect(asked).toContainText('Sent');
  await agent.take(tag);
  await expect(asked).toContainText('Read');
  await agent.answer('Here I am');
  const answered = agent.message('Here I am').getByTestId('mark');
  await expect(consumer.message('Here I am')).toBeVisible();
  await expect(answered).toHaveText('Read');

  // Where nobody looks it is delivered, and no more.
  await consumer.page.keyboard.press('Escape');
  await agent.answer('Are you still there?');
  await expect(agent.message('Are you still there?').getByTestId('mark')).toHaveText('Delivered');
  await consumer.openChat();
  await expect(agent.message('Are you still there?').getByTestId('mark')).toHaveText('Read');
});
