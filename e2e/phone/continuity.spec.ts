import { Consumer } from '../fixtures/consumer.js';
import { expect, type Phone, test } from '../fixtures/phone.js';
import { under } from '../fixtures/world.js';

/** What the widget and the app show, in order. */
const said = (texts: readonly string[]): string[] => texts.map((text) => /(\w+) of \d/.exec(text)?.[0] ?? '');
const onPhone = async ({ page }: Phone): Promise<string[]> =>
  said(await page.getByTestId('messages').getByTestId('message').allTextContents()).filter(Boolean);
const onLaptop = async ({ page }: Consumer): Promise<string[]> =>
  said(await page.getByTestId('window').getByTestId('message').allTextContents()).filter(Boolean);

test('the same customer on a laptop and a phone has one conversation, in order, live on both', async ({
  phone,
  consumer,
  customer,
  agent,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`laptop 1 of 5 ${tag}`);

  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await expect(phone.message(`laptop 1 of 5 ${tag}`)).toBeVisible();
  await phone.say(`phone 2 of 5 ${tag}`);
  await expect(consumer.message(`phone 2 of 5 ${tag}`)).toBeVisible();

  await agent.take(customer.name);
  await agent.answer(`agent 3 of 5 ${tag}`);
  await expect(phone.message(`agent 3 of 5 ${tag}`)).toBeVisible();
  await consumer.say(`laptop 4 of 5 ${tag}`);
  await expect(phone.message(`laptop 4 of 5 ${tag}`)).toBeVisible();
  await phone.say(`phone 5 of 5 ${tag}`);
  await expect(consumer.message(`phone 5 of 5 ${tag}`)).toBeVisible();

  const order = ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'];
  expect(await onPhone(phone)).toEqual(order);
  expect(await onLaptop(consumer)).toEqual(order);
});

test('what was read on the laptop is not unread on the phone', async ({
  phone,
  consumer,
  customer,
  agent,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Anybody there? ${tag}`);
  await consumer.page.getByTestId('close').click();
  await phone.start();
  await phone.signIn(customer);
  await agent.take(customer.name);
  await agent.answer(`One ${tag}`);
  await agent.answer(`Two ${tag}`);
  await expect(phone.unread).toHaveText('2');
  await expect(consumer.page.getByTestId('launcher')).toContainText('2');

  await consumer.openChat();
  await expect(consumer.message(`Two ${tag}`)).toBeVisible();
  await expect(phone.unread).toHaveCount(0);
});

test('a sign-out on all devices reaches the laptop and the phone at once', async ({
  phone,
  anotherPhone,
  consumer,
  customer,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`On all of them ${tag}`);
  const second = await anotherPhone();
  for (const device of [phone, second]) {
    await device.start();
    await device.signIn(customer);
    await device.openChat();
    await expect(device.message(tag)).toBeVisible();
  }

  await phone.goHome();
  await phone.page.getByTestId('sign-out-everywhere').tap();
  await expect(phone.page.getByTestId('person')).toBeVisible();
  await expect(second.page.getByTestId('signed-out')).toBeVisible();
  await expect(second.message(tag)).toHaveCount(0);
  await expect(consumer.page.getByTestId('signed-out')).toBeVisible();
  await expect(consumer.message(tag)).toHaveCount(0);
});

test('a sign-out on the phone leaves the laptop signed in', async ({
  phone,
  consumer,
  customer,
  world,
  tag,
}) => {
  expect(consumer.shop).toBe(under(world.brandSite, 'larkspur.localhost'));
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await phone.say(`From the phone ${tag}`);
  await expect(consumer.message(tag)).toBeVisible();
  await phone.page.getByTestId('menu').tap();
  await phone.page.getByTestId('sign-out').tap();
  await expect(phone.page.getByTestId('signed-out')).toBeVisible();
  await expect(phone.message(tag)).toHaveCount(0);
  await consumer.say(`Still here ${tag}`);
});
