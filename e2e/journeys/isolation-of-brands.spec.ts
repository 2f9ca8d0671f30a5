import { Agent } from '../fixtures/agent.js';
import { Consumer } from '../fixtures/consumer.js';
import { operatorOf } from '../fixtures/operator.js';
import { expect, test as withPeople } from '../fixtures/test.js';
import { under } from '../fixtures/world.js';

type AtJuniper = {
  /** The same browser and the same person, at the other brand. */
  depositor: Consumer;
  /** In a browser of their own, invited by Juniper alone. */
  banker: Agent;
};

const test = withPeople.extend<AtJuniper>({
  depositor: async ({ consumer, world }, use) =>
    use(new Consumer(await consumer.page.context().newPage(), under(world.brandSite, 'juniper.localhost'))),
  banker: async ({ agentsBrowser, idp, world, tag }, use) => {
    const staff = { id: `b${tag}`, name: `Mei ${tag}`, email: `b${tag}@juniper.example` };
    await idp.person({ ...staff, emailVerified: true, hd: 'juniper.example', issuers: ['google'] });
    await operatorOf(world).invite('juniper', { email: staff.email, name: staff.name });
    const context = await agentsBrowser.newContext();
    const banker = new Agent(await context.newPage(), world.workspace, staff);
    await banker.signIn('juniper');
    await use(banker);
    await context.close();
    await idp.removePerson(staff.id);
  },
});

test('a consumer signed in at Juniper chats with Juniper, and Larkspur’s agents never see it', async ({
  depositor,
  banker,
  consumer,
  customer,
  agent,
  tag,
}) => {
  await depositor.signIn(customer, 'google');
  await depositor.openChat();
  await expect(depositor.identity).toHaveText(`Signed in as ${customer.name}`);
  await depositor.write(`A matter of money ${tag}`);
  await banker.take(`A matter of money ${tag}`);
  await expect(banker.panel.getByTestId('who')).toContainText(customer.name);
  await expect(banker.fact('account_number').getByTestId('seal')).toBeVisible();
  await expect(banker.panel).not.toContainText(customer.account);
  await banker.answer('Between us only.');
  await expect(depositor.message('Between us only.')).toBeVisible();

  // Whoever came later is in Larkspur's queue: what was said before would be there by now.
  await consumer.signInAsBefore('google');
  await consumer.openChat();
  await consumer.write(`A matter of phones ${tag}`);
  await expect(agent.row(`A matter of phones ${tag}`)).toBeVisible();
  await expect(agent.row('A matter of money')).toHaveCount(0);
  await expect(agent.row('Between us only')).toHaveCount(0);

  const address = new URL(banker.page.url()).pathname;
  expect(address).toMatch(/^\/conversations\/[0-9a-f-]{36}$/);
  await agent.page.goto(`${agent.workspace}${address}`);
  await expect(agent.page.getByTestId('not-found')).toBeVisible();
  await expect(agent.page.getByText('A matter of money')).toHaveCount(0);
  await expect(banker.row('A matter of phones')).toHaveCount(0);
});

test('the same person at the other brand is a stranger there until they sign in, and then has another conversation', async ({
  depositor,
  consumer,
  customer,
  tag,
}) => {
  await depositor.signIn(customer, 'google');
  await depositor.openChat();
  await depositor.say(`Said to the bank ${tag}`);

  await consumer.visit('/');
  await expect(consumer.page.getByRole('banner')).not.toContainText('Hello');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText('Chatting anonymously');
  await expect(consumer.message(tag)).toHaveCount(0);

  await consumer.signInAsBefore('google');
  await consumer.openChat();
  await consumer.page.getByTestId('sign-in').click();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await consumer.say(`Said to the shop ${tag}`);
  await expect(consumer.message('Said to the bank')).toHaveCount(0);
  await expect(depositor.message('Said to the shop')).toHaveCount(0);
});

test('a bank has no demo drawer, and the doors of Larkspur’s pages do not open there', async ({
  depositor,
}) => {
  await depositor.visit('/');
  await expect(depositor.page.getByRole('link', { name: 'Sign in with Google' })).toBeVisible();
  await expect(depositor.page.getByRole('complementary', { name: 'Demo' })).toHaveCount(0);
  const plans = await depositor.page.goto(`${depositor.shop}/plans`);
  expect(plans?.status()).toBe(404);
});
