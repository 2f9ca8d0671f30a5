import { findingsOf } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';

test('a conversation is found, taken and answered by its name alone, and nothing is lost while somebody types', async ({
  consumer,
  customer,
  agent,
}) => {
  const { page } = agent;
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.write('Good morning');
  await expect(agent.row(customer.name)).toBeVisible();

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Commands' });
  await expect(field).toBeFocused();
  await field.fill(customer.name);
  await expect(page.getByRole('option', { name: customer.name })).toHaveAttribute('aria-selected', 'true');
  expect(await findingsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(agent.panel).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.fill('take conv');
  await page.keyboard.press('Enter');
  const composer = page.getByTestId('composer');
  await expect(composer).toBeEnabled();
  await page.keyboard.press('r');
  await expect(composer).toBeFocused();
  await page.keyboard.type('jkt?');
  await expect(composer).toHaveValue('jkt?');
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue('jkt?');
});

test('nobody is asked about notices before they ask, and the title tells what waits', async ({
  consumer,
  customer,
  agent,
}) => {
  const { page } = agent;
  await page.context().grantPermissions(['notifications'], { origin: agent.workspace });
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    Notification.requestPermission = async () => {
      asked.push('permission');
      return 'granted';
    };
  });
  await page.reload();
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.write('Good morning');
  await expect(agent.row(customer.name)).toBeVisible();
  await expect(page).toHaveTitle(/^\(\d+\) Conversations/);
  expect(await asked()).toEqual([]);

  await page.getByTestId('account-menu').click();
  for (const name of ['sound', 'desktop', 'text'])
    await expect(page.getByTestId(`notice-${name}`)).toHaveAttribute('aria-checked', 'false');
  await page.getByTestId('notice-desktop').click();
  await expect(page.getByTestId('notice-desktop')).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByTestId('notice-text')).toHaveAttribute('aria-checked', 'false');
  expect(await asked()).toEqual(['permission']);
});
