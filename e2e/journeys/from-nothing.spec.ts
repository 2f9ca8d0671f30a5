import { Agent } from '../fixtures/agent.js';
import { Consumer } from '../fixtures/consumer.js';
import { FromNothing } from '../fixtures/from-nothing.js';
import { expect, test } from '../fixtures/test.js';

test('a brand without an authorization server goes from nothing to a verified chat by the guide’s file', async ({
  world,
  page,
  agentsBrowser,
}) => {
  const acme = await FromNothing.open(world);
  const consumer = new Consumer(page, acme.origin);
  await consumer.visit();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading')).toHaveText('Hello, Ines Okafor');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText('Signed in as Ines Okafor');
  await consumer.say('Where is my anvil?');

  const context = await agentsBrowser.newContext();
  const staff = { id: 'acme-nia.lund', name: 'Nia', email: 'nia.lund@gmail.com' };
  const agent = new Agent(await context.newPage(), world.workspace, staff);
  await agent.signIn('acme');
  await agent.take('Where is my anvil?');
  for (const [fact, value] of [
    ['name', 'Ines Okafor'],
    ['account_number', 'AC-0042'],
  ] as const) {
    await expect(agent.fact(fact)).toContainText(value);
    await expect(agent.fact(fact).getByTestId('seal')).toBeVisible();
  }

  // Signed out in one tab, by the brand: the chat of the other ends by the logout token.
  const other = await page.context().newPage();
  await other.goto(acme.origin);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('heading')).toHaveText('Acme');
  await expect(consumer.message('Where is my anvil?')).toHaveCount(0);
  await context.close();
  await acme.close();
});
