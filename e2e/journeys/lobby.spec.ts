import { Agent } from '../fixtures/agent.js';
import { Drawer } from '../fixtures/drawer.js';
import { expect, test } from '../fixtures/test.js';

/** Of the stand-in's own cast: the lobby knows nobody else. */
const noor = { id: 'noor', name: 'Noor', email: 'noor@larkspur.example' };

test('one click turns the lobby into the shop with Ada signed in, and opens the agent’s window beside it signed in as Noor', async ({
  consumer,
  world,
  tag,
}) => {
  const { page } = consumer;
  await page.goto(`${world.brandSite}/lobby`);
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open both as Ada' }).click();
  const agent = new Agent(await opening, world.workspace, noor);
  await expect(page).toHaveURL(/\/account/);
  await expect(page.getByRole('banner')).toContainText('Hello, Ada');
  await expect(agent.page.getByTestId('account-menu')).toContainText('Noor');
  expect(new URL(agent.page.url()).origin).toBe(world.workspace);
  await expect(new Drawer(page).heading).toBeVisible();

  await consumer.openChat();
  await expect(consumer.identity).toHaveText('Signed in as Ada Osei');
  await consumer.write(`Would I keep my number? ${tag}`);
  await agent.take(tag);
  await expect(agent.message(tag)).toBeVisible();
  await expect(agent.panel.getByTestId('who')).toContainText('Ada Osei');
  await expect(agent.panel.getByTestId('who')).toHaveAttribute('data-assurance', 'verified');
  await expect(agent.fact('email')).toContainText('ada.osei@gmail.com');
  await expect(agent.fact('email').getByTestId('seal')).toBeVisible();
  await expect(agent.fact('account_number').getByTestId('seal')).toBeVisible();
  await expect(new Drawer(page).happened).toContainText(/Verified · \d+ checks passed/);

  await agent.answer('You would, Ada.');
  await expect(consumer.message('You would, Ada.')).toBeVisible();

  // Ada is everybody's: whoever comes after finds her as the house was left.
  await agent.page.getByTestId('end').click();
  await agent.page.getByTestId('confirm').click();
  await expect(agent.row(tag)).toHaveCount(0);
});

test('the lobby stands on one screen, and tells of each experiment what to expect', async ({
  consumer,
  world,
}) => {
  const { page } = consumer;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.brandSite}/lobby`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(800);
  const experiments = page.getByRole('region', { name: 'Try to fool it' }).getByRole('listitem');
  await expect(experiments).toHaveCount(4);
  for (const [index, name, outcome] of [
    [0, 'Impostor', 'believes nothing'],
    [1, 'Forge a byte', 'signature_invalid'],
    [2, 'Replay', 'code_replayed'],
    [3, 'Pay the bill', 'changes live'],
  ] as const) {
    await expect(experiments.nth(index)).toContainText(name);
    await expect(experiments.nth(index)).toContainText(outcome);
  }
  await page.getByRole('link', { name: /Forge a byte/ }).click();
  await expect(page).toHaveURL(/\/account\?demo=forge/);
  await expect(new Drawer(page).heading).toBeVisible();
});

test('an experiment chosen in the lobby runs by itself, and by its address alone it does not', async ({
  consumer,
  world,
}) => {
  const { page } = consumer;
  await page.goto(`${world.brandSite}/lobby`);
  await page.getByRole('link', { name: /Replay/ }).click();
  await expect(new Drawer(page).note('Refused: code_replayed.')).toBeVisible();
  await page.goto(`${world.brandSite}/account?demo=forge`);
  await expect(new Drawer(page).heading).toBeVisible();
  await expect(new Drawer(page).connection('own')).toBeChecked();
});

test('an experiment that shows in the agent’s panel opens the agent’s window beside it', async ({
  consumer,
  world,
}) => {
  const { page } = consumer;
  await page.goto(`${world.brandSite}/lobby`);
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: /Impostor/ }).click();
  await expect((await opening).getByTestId('account-menu')).toContainText('Noor');
  await expect(new Drawer(page).note('The page now claims to be Ben Whitlock')).toContainText('say hello');
});

test('a browser that holds back the agent’s window is told the other way in', async ({ consumer, world }) => {
  const { page } = consumer;
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(`${world.brandSite}/lobby`);
  await page.getByRole('button', { name: 'Open both as Ada' }).click();
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('held back');
  const opening = page.waitForEvent('popup');
  await alert.getByRole('link', { name: 'the workspace' }).click();
  await expect((await opening).getByTestId('account-menu')).toContainText('Noor');
  await alert.getByRole('link', { name: 'the shop' }).click();
  await expect(page.getByRole('banner')).toContainText('Hello, Ada');
});

test('Ada is one customer of the shop, whichever way she signs in', async ({ consumer }) => {
  const main = consumer.page.getByRole('main');
  for (const way of ['google', 'larkspur']) {
    await consumer.visit(`/login/${way}?hint=ada.osei@gmail.com&to=/account`);
    await expect(main).toContainText('Hello, Ada');
    await expect(main).toContainText('LK-4482-1093');
  }
});

test('the link to connections and traces signs in as Ravi, also where somebody else was before', async ({
  agent,
  world,
}) => {
  const { page } = agent;
  await page.goto(`${world.brandSite}/lobby`);
  await page.getByRole('link', { name: 'Connections and traces, as Ravi' }).click();
  await expect(page.getByTestId('account-menu')).toContainText('Ravi');
  await expect(page).toHaveURL(`${world.workspace}/connections`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Why was it refused?');
});
