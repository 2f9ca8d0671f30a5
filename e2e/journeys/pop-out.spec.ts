import type { Consumer } from '../fixtures/consumer.js';
import { OwnWindow } from '../fixtures/own-window.js';
import { expect, test } from '../fixtures/test.js';

async function popOut(consumer: Consumer): Promise<OwnWindow> {
  await consumer.page.getByTestId('menu').click();
  const opening = consumer.page.context().waitForEvent('page');
  await consumer.page.getByTestId('pop-out').click();
  const chat = new OwnWindow(await opening);
  await expect(chat.page.getByTestId('window')).toBeVisible();
  return chat;
}

test('a chat is popped out of the page, and goes on in both windows', async ({
  consumer,
  customer,
  agent,
  world,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say('What do I owe?');
  const chat = await popOut(consumer);
  await chat.isSignedInAs(customer);
  await expect(chat.page).toHaveURL(`${world.api}/window/larkspur?connection=own`);
  await expect(chat.message('What do I owe?')).toBeVisible();

  await agent.take(customer.name);
  await agent.answer('28 pounds.');
  for (const one of [consumer, chat]) await expect(one.message('28 pounds.')).toBeVisible();
  await chat.say('Thank you');
  await expect(consumer.message('Thank you')).toBeVisible();

  await chat.page.close();
  await consumer.say('Still here');
  await expect(agent.message('Still here')).toBeVisible();
});

test('signing out of the popped-out window ends the chat in the page, and takes what it showed', async ({
  consumer,
  customer,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say('Only for me');
  const chat = await popOut(consumer);
  await chat.isSignedInAs(customer);
  await chat.page.getByTestId('menu').click();
  await chat.page.getByTestId('sign-out').click();
  await expect(consumer.page.getByTestId('signed-out')).toBeVisible();
  await expect(consumer.message('Only for me')).toHaveCount(0);
  await expect(chat.message('Only for me')).toHaveCount(0);
});

test('a window that came by a link does not carry anybody in', async ({ consumer, customer, world }) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say('Only in the page');
  const chat = new OwnWindow(await consumer.page.context().newPage());
  await chat.visit(world, 'own');
  await expect(chat.identity).toHaveText('Not signed in');
  await expect(chat.message('Only in the page')).toHaveCount(0);
});
