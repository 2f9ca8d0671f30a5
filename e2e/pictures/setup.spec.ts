import { shot } from './camera.js';
import { test } from './cast.js';

test('a brand from its name to its look', async ({ agentsBrowser, world, idp }) => {
  const own = idp.namespace('pictures-setup');
  const founder = { id: 'nia-mensah', name: 'Nia Mensah', email: 'nia.mensah@gmail.com' };
  await idp.person({ ...founder, emailVerified: true, issuers: ['google'] });
  const context = await agentsBrowser.newContext({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(`${world.workspace}/sign-in`);
  await page.getByTestId('to-create').click();
  await page.getByTestId('sign-up').click();
  await page.getByTestId(`account-${founder.id}`).click();
  await page.getByTestId('brand-name').fill('Fernhill Books');
  await page.getByTestId('slug-free').waitFor();
  await shot(page, 'workspace-create-name');
  await page.getByTestId('brand-name').press('Enter');
  await page.getByTestId('step-brand_made').waitFor();
  await shot(page, 'workspace-setup');
  await page.getByTestId('next-step').click();
  await page.getByTestId('issuer').waitFor();
  await shot(page, 'workspace-wizard-issuer');
  await page.getByTestId('issuer').fill(world.idp);
  await page.getByTestId('look-up').click();
  await page.getByTestId('not-found').waitFor();
  await shot(page, 'workspace-wizard-not-found');
  await page.getByTestId('issuer').fill(`${own.url}/larkspur`);
  await page.getByTestId('look-up').click();
  await page.getByTestId('found').waitFor();
  await shot(page, 'workspace-wizard-found');
  await page.getByTestId('look-up').click();
  await shot(page, 'workspace-wizard-way');
  await page.getByTestId('continue').click();
  await page.getByTestId('client-id').waitFor();
  await page.getByTestId('copy-redirect').click();
  const redirect = await page.evaluate(() => navigator.clipboard.readText());
  const { clientId, clientSecret } = await own.client({
    issuer: 'larkspur',
    name: 'The chat',
    redirectUris: [redirect],
    consent: 'given',
  });
  await page.getByTestId('client-id').fill(clientId);
  await page.getByTestId('client-secret').fill(clientSecret);
  await page.getByTestId('origins').fill('http://fernhill.localhost:8080');
  await shot(page, 'workspace-wizard-register');
  await page.getByTestId('continue').click();
  await page.getByTestId('make-connection').waitFor();
  await shot(page, 'workspace-wizard-claims');
  await page.getByTestId('make-connection').click();
  await page.getByTestId('test-login').waitFor();
  await shot(page, 'workspace-wizard-test');
  for (const [name, path, landmark] of [
    ['connections', '/setup/connection', 'new-connection'],
    ['install', '/setup/install', 'copy-html'],
    ['team', '/setup/team', 'invite'],
    ['look', '/setup/look', 'save-look'],
    ['keys', '/setup/keys', 'setup-keys'],
  ] as const) {
    await page.goto(`${world.workspace}${path}`);
    await page.getByTestId(landmark).waitFor();
    await shot(page, `workspace-setup-${name}`);
  }
  await context.close();
  await idp.removeNamespace('pictures-setup');
  await idp.removePerson(founder.id);
});
