import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/life.js';

test('what was said without a name goes on as the person who is proven, if they say so', async ({
  consumer,
  customer,
  agent,
  clock: _,
  tag,
}) => {
  const { page } = consumer;
  await consumer.prefer('own');
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`Do you have a shop in Leeds? ${tag}`);
  await agent.take(tag);
  await agent.answer(`We do ${tag}`);
  await expect(consumer.message('We do')).toHaveCount(1);
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await expect(consumer.identity).toContainText('Chatting anonymously');
  await page.getByTestId('sign-in').click();

  const offer = page.getByTestId('merge-offer');
  await expect(offer).toContainText(`Continue this conversation as ${customer.name}?`);
  await expect(offer.getByTestId('merge-accept')).toHaveAccessibleDescription(/It becomes yours/);
  await expect(offer.getByTestId('merge-decline')).toHaveAccessibleDescription(/without your name/);
  await expect(consumer.message(tag)).toHaveCount(0);
  await expect(page.getByTestId('composer')).toBeHidden();
  await offer.getByTestId('merge-accept').click();
  await expect(offer).toHaveCount(0);
  await expect(consumer.message(tag)).toHaveCount(2);
  await consumer.say(`And in York? ${tag}`);
  await expect(agent.message('And in York?')).toHaveCount(1);
  await expect(agent.panel).toContainText(customer.name);
});

test(
  'what was said without a name stays without one, if they begin anew',
  onlyInFull(true),
  async ({ consumer, customer, agent, clock: _, tag }) => {
    const { page } = consumer;
    await consumer.prefer('own');
    await consumer.visit('/');
    await consumer.openChat();
    await consumer.say(`Nobody should know ${tag}`);
    await agent.take(tag);
    await consumer.signIn(customer, 'larkspur');
    await consumer.openChat();
    await page.getByTestId('sign-in').click();
    await page.getByTestId('merge-decline').click();
    await expect(page.getByTestId('merge-offer')).toHaveCount(0);
    await expect(page.getByTestId('composer')).toBeFocused();
    await consumer.say(`As myself ${tag}`);
    await expect(consumer.message('Nobody should know')).toHaveCount(0);
    await expect(agent.panel).not.toContainText(customer.name);
  },
);

test(
  'who has a conversation elsewhere finds what was said without a name above it',
  onlyInFull(true),
  async ({ consumer, phone, customer, clock: _, tag }) => {
    await phone.prefer('own');
    await phone.signIn(customer, 'larkspur');
    await phone.openChat();
    await phone.say(`From the phone ${tag}`);
    await consumer.prefer('own');
    await consumer.visit('/');
    await consumer.openChat();
    await consumer.say(`From the laptop ${tag}`);
    await consumer.signIn(customer, 'larkspur');
    await consumer.openChat();
    await consumer.page.getByTestId('sign-in').click();
    await consumer.page.getByTestId('merge-accept').click();
    await expect(consumer.page.getByTestId('earlier')).toContainText('From the laptop');
    await expect(consumer.message(tag)).toHaveText([/From the laptop/, /From the phone/]);
    await consumer.say(`On both ${tag}`);
    await expect(phone.message('On both')).toHaveCount(1);
  },
);
