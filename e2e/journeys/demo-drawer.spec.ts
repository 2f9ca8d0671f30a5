import type { Locator, Page } from '@playwright/test';
import type { Agent } from '../fixtures/agent.js';
import type { Consumer } from '../fixtures/consumer.js';
import { connectionNames, Drawer } from '../fixtures/drawer.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';

const atTheShop = async (page: Page): Promise<Drawer> => {
  const drawer = new Drawer(page);
  await drawer.open();
  return drawer;
};

/** The consumer talks, and an agent has taken it. */
const talk = async (consumer: Consumer, agent: Agent, text: string): Promise<void> => {
  await consumer.openChat();
  await consumer.write(text);
  await expect(consumer.message(text)).toHaveAttribute('data-state', 'sent');
  await agent.take(text);
};

const checksOfTheirOwn = {
  google: 'The provider swapped the code for tokens.',
  own: 'The provider swapped the code for tokens.',
  signed: 'The signature verifies with that key.',
  sealed: 'One of the brand’s published encryption keys opens it.',
} as const;

for (const key of ['google', 'own', 'signed', 'sealed'] as const)
  test(
    `switched to “${connectionNames[key]}”, the shop proves its customer by it, and the checks that ran are listed`,
    onlyInFull(key !== 'sealed'),
    async ({ consumer, customer, agent, tag }) => {
      await consumer.signIn(customer, key === 'google' ? 'larkspur' : 'google');
      const drawer = await atTheShop(consumer.page);
      await expect(drawer.connection(key)).not.toBeChecked();
      await drawer.switchTo(key);
      await expect(drawer.heading).toBeVisible();
      const account = await consumer.page
        .getByRole('main')
        .getByText(/^LK-\w{4}-\w{4}$/)
        .textContent();

      await talk(consumer, agent, `How am I proven? ${tag}`);
      await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
      await expect(agent.panel.getByTestId('who')).toHaveAttribute('data-assurance', 'verified');
      await expect(agent.fact('account_number')).toContainText(account ?? 'an account number');
      await expect(agent.fact('account_number').getByTestId('seal')).toBeVisible();
      await expect(drawer.happened).toContainText(/Verified · \d+ checks passed/);
      const sentence = new RegExp(checksOfTheirOwn[key].replace('’', "[’']"));
      await expect(drawer.checks('Passed').filter({ hasText: sentence })).toBeVisible();
      await expect(drawer.checks('Failed')).toHaveCount(0);
    },
  );

test('an impostor’s claims stand under “from the page”, without a seal, until the page is honest again', async ({
  consumer,
  customer,
  agent,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  const drawer = await atTheShop(consumer.page);
  await talk(consumer, agent, `It is me, honestly ${tag}`);
  await expect(agent.fact('account_number')).toContainText(customer.account);
  const seals = agent.panel.locator('[data-testid^=fact-]').getByTestId('seal');
  await expect(agent.fact('billing').first()).toBeVisible();
  // What the shop pushes behind a sign-in comes last.
  await expect(agent.fact('offers').first()).toBeVisible();
  const sealed = await seals.count();

  await drawer.run('Impostor');
  await expect(drawer.note('The page now claims to be Ben Whitlock')).toBeVisible();
  await expect(agent.pageFact('name')).toContainText('Ben Whitlock ✔ Verified by Larkspur');
  await expect(agent.pageFact('account_number')).toContainText('LK-4517-2206');
  await expect(agent.panel.getByTestId('page-facts').getByTestId('seal')).toHaveCount(0);
  await expect(agent.panel.getByTestId('conflicts')).toBeVisible();
  await expect(agent.panel.getByTestId('who')).toContainText(customer.name);
  await expect(agent.fact('name')).toContainText(customer.name);
  await expect(agent.fact('account_number')).toContainText(customer.account);
  await expect(seals).toHaveCount(sealed);
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);

  await drawer.run('Impostor');
  await expect(drawer.note('The page is honest again')).toBeVisible();
  await expect(agent.pageFact('name')).toHaveCount(0);
  await expect(agent.panel.getByTestId('conflicts')).toHaveCount(0);
});

const FORGED = 'The signature verifies with that key.';
const REPLAYED = 'The code was not presented before.';

test('of two proofs in one moment the drawer shows the later, also when the earlier is answered last', async ({
  consumer,
  customer,
}) => {
  const { page } = consumer;
  await consumer.signIn(customer, 'larkspur');
  const drawer = await atTheShop(page);
  let [asked, answered] = [0, 0];
  let goOn: () => void = () => undefined;
  const later = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/api/demo/trace?')) return;
    answered += 1;
    goOn();
  });
  await page.route('**/api/demo/trace?*', async (route) => {
    asked += 1;
    if (asked === 1) await later;
    await route.continue();
  });
  await drawer.run('Replay');
  await expect.poll(() => answered).toBe(2);
  await expect(drawer.happened).toContainText('Not accepted: code_replayed');
});

for (const [experiment, reason, check, way] of [
  ['Forge a byte', 'signature_invalid', FORGED, 'larkspur'],
  ['Forge a byte', 'signature_invalid', FORGED, 'google'],
  ['Replay', 'code_replayed', REPLAYED, 'larkspur'],
  ['Replay', 'code_replayed', REPLAYED, 'google'],
] as const)
  test(
    `“${experiment}” is refused with ${reason}, and the check that failed is shown, for who came by ${way}`,
    onlyInFull(way === 'google'),
    async ({ consumer, customer }) => {
      await consumer.signIn(customer, way);
      const drawer = await atTheShop(consumer.page);
      await drawer.run(experiment);
      await expect(drawer.note(`Refused: ${reason}.`)).toBeVisible();
      await expect(drawer.connection(experiment === 'Replay' ? 'own' : 'signed')).toBeChecked();

      await expect(drawer.happened).toContainText(`Not accepted: ${reason}`);
      await expect(drawer.checks('Failed')).toHaveCount(1);
      await expect(drawer.checks('Failed')).toContainText(check);
      await expect(drawer.checks('Passed').first()).toBeVisible();
      if (check === FORGED) await expect(drawer.checks('Not reached').first()).toBeVisible();

      await expect(consumer.page.getByTestId('refusal')).toContainText(
        reason === 'code_replayed' ? 'Your sign-in was used before' : 'We could not confirm it is you',
      );
      await consumer.page.getByTestId('sign-in-again').click();
      await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
      await expect(drawer.happened).toContainText(/Verified · \d+ checks passed/);
    },
  );

test('a bill paid from the drawer turns to paid in the agent’s panel, and an open one comes back', async ({
  consumer,
  customer,
  agent,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  const drawer = await atTheShop(consumer.page);
  await talk(consumer, agent, `Paying in a moment ${tag}`);
  const billing = agent.fact('billing').first();
  await expect(billing).toContainText('Open, due');

  await drawer.run('Pay the bill');
  await expect(drawer.note('Paid: November 2026.')).toBeVisible();
  await expect(billing).toContainText('Nothing open');
  await expect(billing).not.toContainText('Open, due');

  await drawer.run('Pay the bill');
  await expect(drawer.note('A bill for November 2026 is open again')).toBeVisible();
  await expect(billing).toContainText('Open, due');
});

test('without a sign-in the drawer says who is missing, and runs nothing', async ({ consumer }) => {
  await consumer.visit('/');
  const drawer = await atTheShop(consumer.page);
  await expect(drawer.root).toContainText('Sign in at the shop first');
  await expect(drawer.root.getByRole('button', { name: /^Run: / })).toHaveCount(4);
  for (const button of await drawer.root.getByRole('button', { name: /^Run: / }).all())
    await expect(button).toBeDisabled();
});

test('where the launcher stands at the left, the demo’s button gives way to it', async ({ consumer }) => {
  const { page } = consumer;
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.lang = 'ar';
    });
  });
  await consumer.visit('/');
  const middleOf = async (one: Locator) => {
    const { x, width } = (await one.boundingBox()) ?? { x: 0, width: 0 };
    return x + width / 2;
  };
  const middle = (page.viewportSize()?.width ?? 0) / 2;
  const button = page.getByRole('complementary', { name: 'Demo' }).getByRole('button');
  await expect.poll(() => middleOf(button)).toBeGreaterThan(middle);
  expect(await middleOf(page.getByTestId('launcher'))).toBeLessThan(middle);
});
