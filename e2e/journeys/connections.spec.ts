import { createEnvelopeMinter } from '@countersign/brand-kit';
import type { Page } from '@playwright/test';
import { findingsOf } from '../fixtures/axe.js';
import type { Consumer } from '../fixtures/consumer.js';
import { Demo } from '../fixtures/demo.js';
import type { Developer } from '../fixtures/developer.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';
import type { World } from '../fixtures/world.js';

/** A proof nobody can use, so that the connection refuses it; answers the attempt's id. */
async function refusedOnce({ page }: Consumer): Promise<string> {
  await page.waitForFunction(() => 'getChatProof' in window);
  await page.evaluate(() => Object.assign(window, { getChatProof: async () => ({ idToken: 'a.b.c' }) }));
  await page.getByTestId('launcher').click();
  const refusal = page.getByTestId('refusal');
  await refusal.getByText('Details').click();
  return ((await refusal.getByTestId('attempt-id').textContent()) ?? '').replace('Attempt: ', '');
}

/** A token the shop could have made, for one of its connections. */
async function tokenFor(world: World, connection: string): Promise<string> {
  const { envelope, connections } = new Demo(world).shop;
  const audience = connections[connection]?.audience ?? '';
  const { issuer, keyId, privateJwk } = envelope;
  const minter = createEnvelopeMinter({ issuer, audience, keyId, privateKey: privateJwk });
  return minter.mint({ subject: 'somebody', nonce: 'of-no-attempt', claims: { name: 'Some Body' } });
}

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('the id a consumer reads out leads a developer to the trace', async ({
  consumer,
  customer,
  developer,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.prefer('sealed');
  await consumer.visit('/');
  await consumer.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const attempt = await refusedOnce(consumer);
  await consumer.page.getByTestId('copy-attempt').click();
  await expect(consumer.page.getByTestId('refusal-details').getByRole('status')).toHaveText('Copied.');
  expect(await consumer.page.evaluate(() => navigator.clipboard.readText())).toBe(attempt);

  await developer.page.getByTestId('section-connections').click();
  await developer.page.getByTestId('find-attempt').fill('not an id');
  await developer.page.getByTestId('find-attempt').press('Enter');
  await expect(developer.page.getByRole('search').getByRole('alert')).toContainText('36 characters');
  await developer.page.getByTestId('find-attempt').fill(attempt);
  await developer.page.getByTestId('find-attempt').press('Enter');
  await expect(developer.report.getByTestId('reason')).toHaveText('proof_malformed');
  await developer.page.getByTestId('copy-attempt').click();
  await expect.poll(() => developer.page.evaluate(() => navigator.clipboard.readText())).toBe(attempt);
});

test('attempts are found by outcome and reason, and the address keeps the choice', async ({
  consumer,
  customer,
  developer,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.prefer('sealed');
  await consumer.visit('/');
  const attempt = await refusedOnce(consumer);
  await developer.look('sealed');
  await expect(developer.attempt(attempt)).toBeVisible();
  await developer.page.getByTestId('filter-reason').selectOption('proof_malformed');
  await expect(developer.attempt(attempt)).toBeVisible();
  await developer.page.getByTestId('filter-reason').selectOption('access_token_hash_mismatch');
  await expect(developer.page.getByText('None like that')).toBeVisible();
  await developer.page.getByTestId('filter-reason').selectOption('proof_malformed');
  await developer.page.reload();
  await expect(developer.page.getByTestId('filter-outcome')).toHaveValue('rejected');
  await expect(developer.attempt(attempt)).toBeVisible();
});

test('a pasted token is judged by every check but the attempt’s, and opens nothing', async ({
  developer,
  world,
}) => {
  const { page } = developer;
  await developer.look('signed');
  await page.getByTestId('to-tester').click();
  await expect(page.getByTestId('try')).toBeDisabled();
  await page.getByTestId('paste-token').fill(await tokenFor(world, 'signed'));
  await page.getByTestId('paste-token').press('Control+Enter');
  await expect(developer.report.getByTestId('verdict')).toContainText(/Verified: \d+ checks passed/);
  for (const check of ['nonce', 'freshness', 'single-use'])
    await expect(page.getByTestId(`check-${check}`)).toContainText('Not tried');
  await expect(page.getByTestId('token')).not.toContainText('Some Body');

  await page.getByTestId('choose-connection').selectOption('sealed');
  await page.getByTestId('paste-token').fill(await tokenFor(world, 'signed'));
  await page.getByTestId('try').click();
  await expect(developer.report.getByTestId('reason')).toHaveText('encryption_required');
  await expect(developer.hint).toContainText('Sign it first, then encrypt it');
});

test('a code is warned about before it is used up, and what the provider says is told', async ({
  developer,
}) => {
  const { page } = developer;
  await page.goto(`${developer.workspace}/connections/own/try`);
  await page.getByLabel('A code').check();
  await expect(page.getByTestId('uses-up')).toContainText('This uses the code up');
  await page.getByTestId('paste-code').fill('a-code-nobody-issued');
  await page.getByTestId('try').click();
  await expect(developer.report.getByTestId('reason')).toHaveText('code_refused');
});

test('an agent without the role is told whom the connections are for', async ({ agent }) => {
  await expect(agent.page.getByTestId('section-connections')).toHaveCount(0);
  await agent.page.goto(`${agent.workspace}/connections`);
  await expect(agent.page.getByTestId('not-a-developer')).toContainText(
    'This is for developers of the brand',
  );
});

test('a developer gets from the list to a trace by keyboard alone', async ({
  consumer,
  customer,
  developer,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.prefer('sealed');
  await consumer.visit('/');
  const id = await refusedOnce(consumer);
  const { page } = developer;
  await page.goto(`${developer.workspace}/connections`);
  const first = page.getByTestId('connections').getByRole('link').first();
  await first.waitFor();
  await page.keyboard.press('j');
  await expect(first).toBeFocused();
  while (!(await page.getByTestId('connection-sealed').evaluate((row) => row === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('attempts')).toBeVisible();
  const attempt = developer.attempt(id);
  while (!(await attempt.evaluate((row) => row === document.activeElement))) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(developer.report).toBeVisible();
});

async function visitAll(developer: Developer, see: (what: string) => Promise<void>): Promise<void> {
  const { page, workspace } = developer;
  await page.goto(`${workspace}/connections`);
  await expect(page.getByTestId('connection-sealed')).toBeVisible();
  await see('connections');
  await developer.look('sealed');
  await expect(page.getByTestId('attempts')).toBeVisible();
  await see('connection');
  await developer.attempts('proof_malformed').first().click();
  await expect(developer.report).toBeVisible();
  await see('attempt');
  await page.goto(`${workspace}/connections/own/try`);
  await page.getByTestId('paste-token').fill('a.b.c');
  await page.getByTestId('try').click();
  await expect(developer.report).toBeVisible();
  await see('tester');
  await page.goto(`${workspace}/attempts/01a2072a-dfb5-74e0-86ed-494bf91d9484`);
  await expect(page.getByTestId('not-found')).toBeVisible();
  await see('no attempt');
}

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `axe finds nothing serious at the connections, and nothing is wider than a phone, ${colorScheme}`,
    // Its pages are those whose pictures are taken, which asks axe about each.
    onlyInFull(true),
    async ({ consumer, customer, developer }) => {
      test.slow();
      await consumer.signIn(customer, 'larkspur');
      await consumer.prefer('sealed');
      await consumer.visit('/');
      await refusedOnce(consumer);
      const { page } = developer;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await visitAll(developer, async (what) => expect(await findingsOf(page), what).toEqual([]));
      // How wide they are does not change with the colours.
      if (colorScheme === 'dark') return;
      await page.setViewportSize({ width: 390, height: 844 });
      await visitAll(developer, async (what) => expect(await overflows(page), what).toBe(false));
    },
  );
