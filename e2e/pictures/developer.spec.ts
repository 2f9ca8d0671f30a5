import { createEnvelopeMinter } from '@countersign/brand-kit';
import type { Consumer } from '../fixtures/consumer.js';
import { Demo } from '../fixtures/demo.js';
import { Receiver } from '../fixtures/receiver.js';
import type { World } from '../fixtures/world.js';
import { shot } from './camera.js';
import { type Cast, expect, test } from './cast.js';

/** One proof that is believed, and one that the shop made for its own login client. */
async function rightAndWrong(visitor: Consumer, world: World): Promise<void> {
  const { page } = visitor;
  await visitor.prefer('signed');
  await visitor.visit('/account');
  await visitor.openChat();
  await expect(visitor.identity).toContainText('Signed in as');
  const demo = new Demo(world);
  const { issuer, keyId, privateJwk } = demo.shop.envelope;
  const audience = demo.secrets.clients.googleLogin.clientId;
  const minter = createEnvelopeMinter({ issuer, audience, keyId, privateKey: privateJwk });
  await page.route('**/api/chat-proof', async (route) => {
    const { nonce } = route.request().postDataJSON() as { nonce: string };
    const claims = { name: 'Ines Okafor', account_number: 'LK-4482-1093' };
    await route.fulfill({ json: { idToken: await minter.mint({ subject: 'cust-10482', nonce, claims }) } });
  });
  await page.getByTestId('menu').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('sign-in-again').click();
  await page.getByTestId('refusal').waitFor();
}

const customerAt = async (cast: Cast, name: string): Promise<Consumer> => {
  const visitor = await cast.visitor();
  await visitor.signIn(await cast.customer(name), 'larkspur');
  return visitor;
};

test('connections, one of them, an attempt, and the tester', async ({ cast, world }) => {
  test.slow();
  await rightAndWrong(await customerAt(cast, 'Ines Okafor'), world);
  const { page } = await cast.colleague('Ravi Menon', 'developer');
  await page.goto(`${world.workspace}/connections`);
  await page.getByTestId('connection-signed').waitFor();
  await shot(page, 'workspace-connections');
  await page.goto(`${world.workspace}/connections/signed`);
  const refused = page.getByTestId('attempt-row').filter({ hasText: 'audience_mismatch' }).first();
  await refused.waitFor();
  await shot(page, 'workspace-connection');
  await refused.click();
  await page.getByTestId('report').waitFor();
  await shot(page, 'workspace-attempt');
  await page.goto(`${world.workspace}/connections/own/try`);
  await page.getByLabel('A code').check();
  await shot(page, 'workspace-tester');
  await page.getByLabel('A token').check();
  await page.getByTestId('paste-token').fill('a.b.c');
  await page.getByTestId('try').click();
  await page.getByTestId('report').waitFor();
  await shot(page, 'workspace-tested');
});

test('webhooks: none, a new one, its log, and what failed', async ({ cast }) => {
  test.slow();
  const receiver = await Receiver.open();
  const { page } = await cast.colleague('Ravi Menon', 'developer');
  await page.getByTestId('section-webhooks').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shot(page, 'workspace-webhooks-none');
  await page.getByTestId('add-endpoint').click();
  await page.getByTestId('endpoint-url').fill('https://169.254.169.254/latest/meta-data');
  await page.getByTestId('save-endpoint').click();
  await page.getByTestId('form-trouble').waitFor();
  await shot(page, 'workspace-webhook-add');
  await page.getByTestId('endpoint-url').fill(receiver.url);
  await page.getByTestId('endpoint-description').fill('Our CRM');
  await page.getByTestId('save-endpoint').click();
  await page.getByTestId('secret-once').waitFor();
  await shot(page, 'workspace-webhook-secret');
  await page.getByTestId('secret-kept').click();
  await page.getByTestId('send-test').click();
  const rows = page.getByTestId('delivery-row');
  await expect(rows.first()).toHaveAttribute('data-state', 'delivered');
  receiver.status = 500;
  const visitor = await customerAt(cast, 'Hugo Petit');
  await visitor.openChat();
  await visitor.say('Is my order on its way?');
  const opened = rows.filter({ hasText: 'conversation.opened' }).first();
  await expect(opened).toContainText('answered 500');
  await shot(page, 'workspace-webhook');
  await opened.click();
  await page.getByTestId('attempt').first().waitFor();
  await shot(page, 'workspace-delivery');
  await page.goBack();
  await page.getByTestId('replay-failed').click();
  await shot(page, 'workspace-webhook-replay');
  await page.keyboard.press('Escape');
  await page.getByTestId('endpoint-menu').click();
  await shot(page, 'workspace-webhook-menu');
  await page.getByTestId('remove-endpoint').click();
  await page.getByTestId('confirm').click();
  await receiver.close();
});
