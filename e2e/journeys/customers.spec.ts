import { readFile } from 'node:fs/promises';
import { findingsOf } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';

test.use({ by: 'keyboard' });

test('a lead sees what a customer was and is, exports it, signs them out everywhere, and erases them', async ({
  consumer,
  customer,
  lead,
  tag,
}) => {
  test.slow();
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`My bill is paid now ${tag}`);
  await consumer.visit('/billing');
  await consumer.page.getByRole('button', { name: /pay/i }).first().click();
  await expect(consumer.page.getByText('Nothing is open on your account.')).toBeVisible();

  // A customer's page is read once: when it is opened, what the shop pushed has come.
  await lead.open(`My bill is paid now ${tag}`);
  await expect(lead.fact('billing').first()).toContainText('Nothing open');

  const { page } = lead;
  await page.goto(`${lead.workspace}/customers`);
  await page.getByTestId('find-customer').fill(customer.name);
  await page.getByTestId('customer-row').filter({ hasText: customer.name }).click();
  const shown = page.getByTestId('customer');
  await expect(shown.getByTestId('verified-facts')).toContainText(customer.account);
  // What was open is told as what it was, without a seal.
  const former = shown.getByTestId('former-facts');
  await expect(former.getByTestId('former-billing').first()).toContainText('Open, due');
  await expect(former.getByTestId('seal')).toHaveCount(0);
  expect(await findingsOf(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('export-customer').click(),
  ]);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(exported.formerFacts.map(({ fact }: { fact: { name: string } }) => fact.name)).toContain('billing');

  await page.getByTestId('customer-menu').click();
  await page.getByTestId('sign-customer-out').click();
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('customer-told')).toContainText('ended');
  await page.getByTestId('customer-menu').click();
  await page.getByTestId('erase-customer').click();
  await page.getByTestId('confirm').click();
  await expect(shown).toBeHidden();
  await page.reload();
  await page.getByTestId('find-customer').fill(customer.name);
  await expect(page.getByText('Nobody is found by that')).toBeVisible();
});
