import { Consumer } from '../fixtures/consumer.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/life.js';
import { makeCustomer } from '../fixtures/people.js';

test('laptop and phone are one conversation, and what is read on one is read on the other', async ({
  consumer,
  phone,
  customer,
  agent,
  clock: _,
  tag,
}) => {
  for (const device of [consumer, phone]) {
    await device.prefer('own');
    await device.signIn(customer, 'larkspur');
    await device.openChat();
    if (device === consumer) await consumer.say(`From the laptop ${tag}`);
  }
  await expect(phone.message('From the laptop')).toHaveCount(1);
  await phone.page.getByTestId('close').click();
  await consumer.page.getByTestId('close').click();
  await agent.take(customer.name);
  await agent.answer(`To both ${tag}`);
  for (const device of [consumer, phone])
    await expect(device.page.getByTestId('launcher')).toHaveAccessibleName('Open chat, 1 unread message');
  await phone.openChat();
  await expect(phone.message('To both')).toHaveCount(1);
  await expect(consumer.page.getByTestId('launcher')).toHaveAccessibleName('Open chat');
});

test(
  'a consumer finds the conversations before, with their days',
  onlyInFull(true),
  async ({ consumer, customer, clock, tag }) => {
    const { page } = consumer;
    await consumer.prefer('own');
    await consumer.signIn(customer, 'larkspur');
    await consumer.openChat();
    await consumer.say(`Last week ${tag}`);
    await expect(page.getByTestId('show-earlier')).toBeHidden();
    await page.getByTestId('menu').click();
    await page.getByTestId('end').click();
    await expect(page.getByTestId('ended')).toBeVisible();
    await page.goto('about:blank');
    await clock.advance({ days: 7 });
    await consumer.visit('/');
    await consumer.openChat();
    await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
    await consumer.say(`This week ${tag}`);
    await expect(consumer.message('Last week')).toHaveCount(0);
    await page.getByTestId('show-earlier').click();
    await expect(consumer.message(tag)).toHaveText([/Last week/, /This week/]);
    await expect(page.getByTestId('this-conversation')).toHaveCount(1);
    // There is no other, and nobody is asked to look for it.
    await expect(page.getByTestId('show-earlier')).toBeHidden();
  },
);

test('another person in one tab empties the other at once, and inherits nothing', async ({
  consumer,
  customer,
  idp,
  world,
  clock: _,
  tag,
}) => {
  const ben = await makeCustomer(idp, `b${tag}`, `Ben ${tag}`);
  await consumer.prefer('own');
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Something private ${tag}`);
  const other = new Consumer(await consumer.page.context().newPage(), consumer.shop);
  await other.visit('/plans');
  await other.openChat();
  await expect(other.message('Something private')).toHaveCount(1);

  await consumer.page.getByTestId('close').click();
  await consumer.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(consumer.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(other.page.getByTestId('window')).not.toContainText('Something private');
  await expect(other.identity).not.toContainText(customer.name);
  // Ada has left the provider as well.
  await consumer.page.context().clearCookies({ domain: new URL(world.idp).hostname });
  await consumer.signIn(ben, 'larkspur');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${ben.name}`);
  await expect(consumer.page.getByTestId('window')).not.toContainText('Something private');
  await consumer.say(`Not for Ada ${tag}`);
  await expect(other.page.getByTestId('window')).not.toContainText('Not for Ada');
  await idp.removePerson(ben.id);
});
