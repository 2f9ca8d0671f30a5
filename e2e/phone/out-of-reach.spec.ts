import { expect, test } from '../fixtures/phone.js';

test('what is written without a network goes out when there is one, in order and once', async ({
  phone,
  customer,
  agent,
  tag,
}) => {
  await phone.layLines();
  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await phone.say(`Before the tunnel ${tag}`);
  await agent.take(customer.name);

  await phone.setOffline(true);
  const lines = [1, 2, 3].map((number) => `In the tunnel ${number} ${tag}`);
  for (const line of lines) await phone.write(line);
  await expect(phone.page.getByTestId('connection-banner')).toBeVisible();
  for (const line of lines) await expect(phone.draft(line)).toContainText('Waiting for the connection');
  await agent.answer(`Are you still there? ${tag}`);

  await phone.setOffline(false);
  for (const line of lines) await expect(phone.message(line)).toHaveCount(1);
  await expect(phone.page.getByTestId('draft')).toHaveCount(0);
  await expect(phone.message(`Are you still there? ${tag}`)).toBeVisible();
  await expect(agent.message('In the tunnel')).toHaveText([/tunnel 1/, /tunnel 2/, /tunnel 3/]);
});

test('an app that was put away hears what it missed when it is taken up again', async ({
  phone,
  customer,
  agent,
  tag,
}) => {
  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await phone.say(`I put you away ${tag}`);
  await agent.take(customer.name);
  await phone.isSeen(false);
  await agent.answer(`While you were away ${tag}`);
  await expect(phone.message(`While you were away ${tag}`)).toHaveCount(0);
  await phone.isSeen(true);
  await expect(phone.message(`While you were away ${tag}`)).toHaveCount(1);
  await phone.say(`Back again ${tag}`);
  await expect(agent.message(`Back again ${tag}`)).toBeVisible();
});

test('a service that is out of reach when the app starts is asked again when its user wishes', async ({
  phone,
  customer,
  world,
  tag,
}) => {
  await phone.page.route(`${world.api}/v1/embed/**`, (route) => route.abort());
  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await expect(phone.page.getByTestId('refusal')).toContainText('The chat does not answer');
  await phone.page.unroute(`${world.api}/v1/embed/**`);
  await phone.page.getByTestId('again').tap();
  await phone.say(`There you are ${tag}`);
});

test('a shop that does not know somebody says so, and nobody is signed in', async ({ phone }) => {
  await phone.start();
  await phone.page.getByTestId('person').fill('nobody@nowhere.example');
  await phone.page.getByTestId('sign-in-by-address').tap();
  await expect(phone.page.getByTestId('shop-problem')).toContainText('does not know this address');
  await expect(phone.page.getByTestId('plan')).toHaveCount(0);
});
