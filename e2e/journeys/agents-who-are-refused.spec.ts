import { Agent } from '../fixtures/agent.js';
import { operatorOf } from '../fixtures/operator.js';
import { makeStaff } from '../fixtures/people.js';
import { expect, test } from '../fixtures/test.js';

test('somebody nobody invited is refused, in words', async ({ agentsBrowser, idp, world, tag }) => {
  const staff = await makeStaff(idp, `u${tag}`, 'larkspur.example');
  const context = await agentsBrowser.newContext();
  const agent = new Agent(await context.newPage(), world.workspace, staff);
  await agent.signIn();
  await expect(agent.page.getByTestId('sign-in-problem')).toContainText(/invited/i);
  await context.close();
});

test('the right mail domain without `hd` is refused, although the address is invited', async ({
  agentsBrowser,
  idp,
  world,
  tag,
}) => {
  const staff = await makeStaff(idp, `h${tag}`, undefined);
  await operatorOf(world).invite('larkspur', { email: staff.email, name: staff.name });
  const context = await agentsBrowser.newContext();
  const agent = new Agent(await context.newPage(), world.workspace, staff);
  await agent.signIn();
  await expect(agent.page.getByTestId('sign-in-problem')).toBeVisible();
  expect(agent.page.url()).toContain('agent_domain_missing');
  await context.close();
});

test('an agent of another brand sees nothing of this one, by list or by address', async ({
  agentsBrowser,
  consumer,
  idp,
  world,
  tag,
}) => {
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`Only for Larkspur ${tag}`);
  const id = `j${tag}`;
  await idp.person({
    id,
    name: 'Mei',
    email: `${id}@juniper.example`,
    emailVerified: true,
    hd: 'juniper.example',
    issuers: ['google'],
  });
  await operatorOf(world).invite('juniper', { email: `${id}@juniper.example`, name: 'Mei' });
  const context = await agentsBrowser.newContext();
  const agent = new Agent(await context.newPage(), world.workspace, { id, name: 'Mei', email: '' });
  await agent.signIn('juniper');
  await expect(agent.page.getByTestId('tab-open')).toBeVisible();
  await expect(agent.row(tag)).toHaveCount(0);
  await agent.page.goto(`${world.workspace}/conversations/01a2072a-dfb5-74e0-86ed-494bf91d9484`);
  await expect(agent.page.getByTestId('not-found')).toBeVisible();
  await context.close();
});

test('a second agent is told who has the conversation', async ({
  agent,
  agentsBrowser,
  consumer,
  idp,
  world,
  tag,
}) => {
  const other = await makeStaff(idp, `o${tag}`, 'larkspur.example');
  await operatorOf(world).invite('larkspur', { email: other.email, name: `Theo ${tag}` });
  const context = await agentsBrowser.newContext();
  const second = new Agent(await context.newPage(), world.workspace, other);
  await second.signIn();
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.write(`Who takes this? ${tag}`);
  await second.open(tag);
  await agent.take(tag);
  await expect(second.page.getByTestId('has-it')).toContainText(agent.staff.name);
  await expect(second.panel.getByTestId('page-facts')).toHaveCount(0);
  await context.close();
});
