import type { MockIdp } from '@countersign/mock-idp/control';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { findingsOf } from '../fixtures/axe.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { Keyboard } from '../fixtures/keyboard.js';
import { openPlainPage } from '../fixtures/plain-page.js';
import { expect, test as usual } from '../fixtures/test.js';
import type { World } from '../fixtures/world.js';

type Place = { readonly world: World; readonly idp: MockIdp; readonly tag: string };
type Founder = { readonly context: BrowserContext; readonly page: Page };
const copying = { permissions: ['clipboard-read', 'clipboard-write'] };

/** What was copied, once it is something of this kind. */
async function copied(page: Page, kind: string): Promise<string> {
  let text = '';
  await expect
    .poll(async () => {
      text = await page.evaluate(() => navigator.clipboard.readText());
      return text;
    })
    .toContain(kind);
  return text;
}

/** The wizard's way to a step, as the service has it: an earlier one may still be on its way there. */
const keptAt = (page: Page, step: string) =>
  page.waitForResponse(
    (one) =>
      one.request().method() === 'PUT' &&
      one.url().endsWith('/console/draft') &&
      (one.request().postDataJSON() as { step: string }).step === step,
  );

/** Somebody who develops, with an account at the service's own sign-in. */
async function somebody(browser: Browser, { idp, tag }: Place): Promise<Founder> {
  await idp.person({
    id: `f${tag}`,
    name: `Nia ${tag}`,
    email: `f${tag}@gmail.com`,
    emailVerified: true,
    issuers: ['google'],
  });
  const context = await browser.newContext(copying);
  return { context, page: await context.newPage() };
}

/** By the service's own sign-in, to the form that names a brand. */
async function signUp(keys: Keyboard, page: Page, { world, tag }: Place): Promise<void> {
  await page.goto(`${world.workspace}/sign-in`);
  await keys.press(page, 'to-create');
  await keys.press(page, 'sign-up');
  await keys.press(page, `account-f${tag}`);
  await keys.type(page, 'brand-name', `Acme ${tag}`);
  await expect(page.getByTestId('slug-free')).toBeVisible();
  await keys.enter(page);
  await expect(page.getByTestId('step-brand_made')).toHaveAttribute('data-done', 'true');
}

const step = (page: Page, name: string) => page.getByTestId(`step-${name}`);

/** Who has signed up, and made a brand named after the test. */
const test = usual.extend<{ founder: Page }>({
  founder: async ({ agentsBrowser, world, idp, tag }, use) => {
    const place = { world, idp, tag };
    const { context, page } = await somebody(agentsBrowser, place);
    await signUp(new Keyboard(), page, place);
    await use(page);
    await context.close();
    await idp.removePerson(`f${tag}`);
  },
});

test('a brand sets itself up, from nothing to a verified chat, by keyboard and without a word of documentation', async ({
  agentsBrowser,
  browser,
  world,
  idp,
  tag,
}) => {
  test.slow();
  const place = { world, idp, tag };
  const own = idp.namespace(`setup-${tag}`);
  const customer = await own.person({ id: `c${tag}`, name: `Ines ${tag}`, issuers: ['larkspur'] });
  const shop = await openPlainPage(`acme-${tag}`);
  const { context, page } = await somebody(agentsBrowser, place);
  const keys = new Keyboard();

  await signUp(keys, page, place);
  await keys.press(page, 'next-step');
  await keys.type(page, 'issuer', `${own.url}/larkspur`);
  await keys.enter(page);
  await expect(page.getByTestId('found')).toBeVisible();
  await keys.press(page, 'look-up');
  await keys.press(page, 'continue');

  await keys.press(page, 'copy-redirect');
  const { clientId, clientSecret } = await own.client({
    issuer: 'larkspur',
    name: 'The chat',
    redirectUris: [await copied(page, '/window/callback')],
    consent: 'given',
  });
  await keys.type(page, 'client-id', clientId);
  await keys.type(page, 'client-secret', clientSecret);
  await keys.type(page, 'origins', shop.origin);
  await keys.press(page, 'continue');
  await keys.press(page, 'make-connection');

  const trial = await keys.pressForWindow(page, 'test-login');
  await keys.press(trial, 'sign-in-again');
  await keys.press(trial, `account-${customer.id}`);
  await expect(trial.getByTestId('identity-line')).toHaveText(`Signed in as ${customer.name}`);
  await trial.close();
  await expect(page.getByTestId('verdict')).toContainText('Verified');

  await keys.press(page, 'to-install');
  await keys.press(page, 'copy-html');
  shop.show(await copied(page, '<script'));

  const consumers = await browser.newContext();
  const site = await consumers.newPage();
  await site.goto(shop.origin);
  await expect(site.getByTestId('launcher')).toBeVisible();
  const opened = consumers.waitForEvent('page');
  await site.getByRole('link', { name: 'Chat with us, signed in' }).focus();
  await site.keyboard.press('Enter');
  const chat = await opened;
  await keys.press(chat, 'sign-in-again');
  await keys.press(chat, `account-${customer.id}`);
  await expect(chat.getByTestId('identity-line')).toHaveText(`Signed in as ${customer.name}`);
  await keys.type(chat, 'composer', 'Is my order on its way?');
  await keys.enter(chat);

  await keys.press(page, 'section-conversations');
  await keys.press(page, 'queue-row');
  await keys.press(page, 'take');
  await expect(page.getByTestId('panel').getByTestId('fact-name').getByTestId('seal')).toBeVisible();
  await keys.type(page, 'composer', 'It leaves today.');
  await keys.enter(page);
  await expect(chat.getByText('It leaves today.')).toBeVisible();

  await keys.press(page, 'section-setup');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your chat is set up');
  for (const name of ['widget_seen', 'proof_came_back', 'first_verified', 'first_message', 'first_answer'])
    await expect(step(page, name)).toHaveAttribute('data-done', 'true');
  process.stdout.write(`From nothing to a verified chat: ${keys.steps} steps, ${keys.minutes} minutes.\n`);

  await consumers.close();
  await context.close();
  await shop.close();
  await idp.removeNamespace(`setup-${tag}`);
  await idp.removePerson(`f${tag}`);
});

test('what is typed wrong is told in words, and what was begun waits', async ({ founder: page, world }) => {
  await page.getByTestId('next-step').click();
  for (const [issuer, words] of [
    [world.idp, 'There is no discovery document'],
    ['https://10.0.0.7', 'not on the public internet'],
    ['login.example.com', 'An issuer is written like'],
  ] as const) {
    await page.getByTestId('issuer').fill(issuer);
    await page.getByTestId('look-up').click();
    await expect(page.getByTestId('not-found')).toContainText(words);
  }
  await page.getByTestId('issuer').fill(`${world.idp}/larkspur`);
  await page.getByTestId('look-up').click();
  await expect(page.getByTestId('found')).toBeVisible();
  await page.getByTestId('look-up').click();
  await Promise.all([keptAt(page, 'register'), page.getByTestId('continue').click()]);
  await page.getByTestId('continue').click();
  await expect(page.getByRole('alert').first()).toContainText('Client id is missing');
  await page.getByTestId('client-id').fill('chat');
  await page.getByTestId('client-secret').fill('a-secret');
  await page.getByTestId('origins').fill('http://www.example.com');
  await page.getByTestId('continue').click();
  await Promise.all([keptAt(page, 'register'), page.getByTestId('make-connection').click()]);
  await expect(page.getByText('Pages is not an https origin')).toBeVisible();

  // Left half way; and whoever comes back finds it as it was, but for the secret.
  await page.goto(`${world.workspace}/setup/connection`);
  await expect(page.getByTestId('begun')).toBeVisible();
  await page.goto(`${world.workspace}/setup/connection/new`);
  await expect(page.getByTestId('resumed')).toBeVisible();
  await expect(page.getByTestId('client-id')).toHaveValue('chat');
  await expect(page.getByTestId('client-secret')).toHaveValue('');
  await page.getByTestId('start-over').click();
  await expect(page.getByTestId('issuer')).toHaveValue('');
});

test('of two windows with one wizard the second is told, and goes on from what the first said', async ({
  founder: page,
  world,
}) => {
  await page.getByTestId('next-step').click();
  await page.getByTestId('issuer').fill(`${world.idp}/larkspur`);
  await page.getByTestId('look-up').click();
  await expect(page.getByTestId('found')).toBeVisible();
  await Promise.all([keptAt(page, 'way'), page.getByTestId('look-up').click()]);
  const other = await page.context().newPage();
  await other.goto(`${world.workspace}/setup/connection/new`);
  await expect(other.getByTestId('resumed')).toBeVisible();
  await Promise.all([keptAt(page, 'register'), page.getByTestId('continue').click()]);
  await other.getByTestId('continue').click();
  await expect(other.getByTestId('trouble')).toContainText('This was changed meanwhile');
  await other.getByTestId('load-anew').click();
  await expect(other.getByTestId('trouble')).toBeHidden();
  await expect(other.getByTestId('client-id')).toBeVisible();
  await other.getByTestId('client-id').fill('from-the-second');
  await other.getByTestId('client-secret').fill('a-secret');
  await other.getByTestId('origins').fill('https://www.example.com/shop');
  await other.getByTestId('continue').click();
  await other.getByTestId('make-connection').click();
  await expect(other.getByText('Browsers send this one as https://www.example.com')).toBeVisible();
});

test('a brand says where what is accepted is carried out, and is shown the secret once', async ({
  founder: page,
  world,
}) => {
  const keys = new Keyboard();
  await page.goto(`${world.workspace}/setup/keys`);
  await keys.type(page, 'actions-url', 'https://169.254.169.254/latest');
  await keys.enter(page);
  await expect(page.getByTestId('actions-trouble')).toContainText('private, local or reserved address');
  await keys.type(page, 'actions-url', `${world.brandSite}/api/actions`);
  await keys.enter(page);
  await expect(page.getByRole('status').filter({ hasText: 'whsec_' })).toBeVisible();
  expect(await findingsOf(page)).toEqual([]);
  await page.reload();
  await expect(page.getByTestId('actions-url')).toHaveValue(`${world.brandSite}/api/actions`);
  await expect(page.getByText('whsec_')).toHaveCount(0);
  await keys.press(page, 'actions-off');
  await keys.press(page, 'confirm');
  await expect(page.getByTestId('actions-url')).toHaveValue('');
});

test('an admin invites somebody, who answers until they are removed', async ({
  agentsBrowser,
  founder: page,
  world,
  idp,
  tag,
}) => {
  const email = `g${tag}@gmail.com`;
  await idp.person({ id: `g${tag}`, name: `Gil ${tag}`, email, emailVerified: true, issuers: ['google'] });
  await page.getByTestId('setup-team').click();
  await page.getByTestId('invite-email').fill(email);
  await page.getByTestId('invite-name').fill('Gil');
  await page.getByTestId('invite').click();
  await expect(page.getByTestId('member').filter({ hasText: email })).toContainText('Invited');
  const guests = await agentsBrowser.newContext();
  const guest = await guests.newPage();
  await guest.goto(`${world.api}/v1/agent/sign-in?brand=acme-${tag}&hint=${email}&returnTo=/`);
  await expect(guest.getByTestId('connection-banner')).toHaveAttribute('data-line', 'live');
  await page.getByTestId(`remove-${email}`).click();
  await page.getByTestId('confirm').click();
  await expect(guest.getByTestId('sign-in-problem')).toContainText('You no longer answer for this brand');
  await page.getByTestId(`remove-f${tag}@gmail.com`).click();
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('trouble')).toContainText('A brand keeps at least one admin');
  await guests.close();
  await idp.removePerson(`g${tag}`);
});

test(
  'axe finds nothing serious where a brand is set up, and nothing is wider than a phone',
  onlyInFull(true),
  async ({ founder: page, world }) => {
    test.slow();
    for (const [path, landmark] of [
      ['/create', 'create-brand'],
      ['/setup', 'progress'],
      ['/setup/connection', 'new-connection'],
      ['/setup/connection/new', 'issuer'],
      ['/setup/team', 'invite'],
      ['/setup/look', 'save-look'],
      ['/setup/keys', 'setup-keys'],
    ] as const) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${world.workspace}${path}`);
      await expect(page.getByTestId(landmark)).toBeVisible();
      expect(await findingsOf(page), path).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(wide, path).toBe(false);
    }
  },
);
