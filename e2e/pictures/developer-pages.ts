import { createEnvelopeMinter } from '@countersign/brand-kit';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Consumer } from '../fixtures/consumer.js';
import { Demo } from '../fixtures/demo.js';
import { Developer } from '../fixtures/developer.js';
import type { World } from '../fixtures/world.js';

const ravi = { id: 'ravi', name: 'Ravi', email: 'ravi@larkspur.example' };

/** One proof that is believed, and one that the shop made for its own login client. */
async function rightAndWrong(consumer: Consumer, world: World): Promise<void> {
  const { page } = consumer;
  await consumer.prefer('signed');
  await consumer.visit('/account');
  await consumer.openChat();
  const again = page.getByTestId('sign-in-again').or(page.getByTestId('sign-in'));
  if (await again.first().isVisible()) await again.first().click();
  await expect(consumer.identity).toHaveText('Signed in as Ada Osei');
  const demo = new Demo(world);
  const { issuer, keyId, privateJwk } = demo.shop.envelope;
  const audience = demo.secrets.clients.googleLogin.clientId;
  const minter = createEnvelopeMinter({ issuer, audience, keyId, privateKey: privateJwk });
  await page.route('**/api/chat-proof', async (route) => {
    const { nonce } = route.request().postDataJSON() as { nonce: string };
    const claims = { name: 'Ada Osei', account_number: 'LK-4482-1093' };
    await route.fulfill({ json: { idToken: await minter.mint({ subject: 'cust-10482', nonce, claims }) } });
  });
  await page.getByTestId('menu').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('sign-in-again').click();
  await page.getByTestId('refusal').waitFor();
}

/** What a developer of the brand sees of it. */
export async function developerPages(
  consumer: Consumer,
  world: World,
  context: BrowserContext,
  shot: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await rightAndWrong(consumer, world);
  const developer = new Developer(await context.newPage(), world.workspace, ravi);
  await developer.signIn();
  const { page } = developer;
  await page.goto(`${world.workspace}/connections`);
  await page.getByTestId('connection-signed').waitFor();
  await shot(page, 'workspace-connections');
  await developer.look('signed');
  const refused = developer.attempts('audience_mismatch').first();
  await refused.waitFor();
  await shot(page, 'workspace-connection');
  await refused.click();
  await developer.report.waitFor();
  await shot(page, 'workspace-attempt');
  await page.goto(`${world.workspace}/connections/own/try`);
  await page.getByLabel('A code').check();
  await shot(page, 'workspace-tester');
}
