import type { Agent } from '../fixtures/agent.js';
import { shot } from './camera.js';
import { type Cast, expect, test } from './cast.js';

/** Three who write: one is known, the others have not signed in. */
async function threeWrite(cast: Cast): Promise<void> {
  const known = await cast.visitor();
  await known.signIn(await cast.customer('Ines Okafor'), 'larkspur');
  await known.openChat();
  await known.say('My bill is £12 higher than last month. What is in it?');
  for (const text of ['Do you deliver to the Channel Islands?', 'Can I keep my number when I move?']) {
    const stranger = await cast.visitor();
    await stranger.visit('/');
    await stranger.openChat();
    await stranger.say(text);
  }
}

const away = async ({ page }: Agent) => {
  await page.getByTestId('account-menu').click();
  await page.getByTestId('duty-switch').click();
  await page.keyboard.press('Escape');
};

test('where nobody waits, and where nobody is on duty', async ({ cast }) => {
  const { page } = await cast.colleague('Mei Tanaka', 'agent', 'juniper').then(async (banker) => {
    await shot(banker.page, 'workspace-empty');
    await away(banker);
    return banker;
  });
  await page.getByTestId('nobody-on-duty').waitFor();
  await shot(page, 'workspace-nobody-on-duty');
});

test('the way into the workspace', async ({ agentsBrowser, world }) => {
  const context = await agentsBrowser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${world.workspace}/sign-in`);
  await shot(page, 'workspace-sign-in');
  await page.goto(`${world.workspace}/sign-in?brand=larkspur&problem=agent_not_invited`);
  await shot(page, 'workspace-sign-in-refused');
  await page.goto(`${world.workspace}/create`);
  await shot(page, 'workspace-create');
  await context.close();
});

test('a queue with filters, its menus, keys and commands', async ({ cast }) => {
  test.slow();
  const { page } = await cast.colleague('Leila Moreau');
  await threeWrite(cast);
  await expect(page.getByTestId('queue-row').nth(2)).toBeVisible();
  await page.getByTestId('filter').click();
  await page.getByTestId('who-verified').click();
  await shot(page, 'workspace-filter');
  await page.keyboard.press('Escape');
  await shot(page, 'workspace-filtered');
  await page.getByTestId('filters').getByRole('button').first().click();
  await page.getByTestId('account-menu').click();
  await shot(page, 'workspace-account-menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-field').waitFor();
  await shot(page, 'workspace-palette');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByTestId('queue-row').first().focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await shot(page, 'workspace-keys');
});

test('notes, a colleague, answers kept, and what is found again', async ({ cast }) => {
  test.slow();
  const lead = await cast.colleague('Tom Abara', 'lead');
  await cast.colleague('Leila Moreau');
  const { page } = lead;
  const visitor = await cast.visitor();
  await visitor.signIn(await cast.customer('Marek Nowak'), 'larkspur');
  await visitor.openChat();
  await visitor.say('I was charged twice for November.');
  await lead.take('Marek Nowak');
  await lead.answer('I see both payments. The second one comes back to your account today.');
  await page.getByTestId('write-note').click();
  await page.getByTestId('note-composer').fill('Refund ordered, £28.00. Look again on Friday, @Leila');
  await shot(page, 'workspace-note-writing');
  await page.keyboard.press('Escape');
  await page.getByTestId('add-note').click();
  await page.getByTestId('note').waitFor();
  await shot(page, 'workspace-note');
  await page.getByTestId('assign').click();
  await page.getByRole('radio').first().waitFor();
  await shot(page, 'workspace-assign');
  await page.reload();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByTestId('canned').click();
  await shot(page, 'workspace-canned-none');
  await page.getByTestId('canned-new').click();
  await page.getByTestId('canned-title').fill('What you owe');
  await page
    .getByTestId('canned-text')
    .fill('Hello {{name}}, you owe {{billing.balance}}. Call you at {{phone_number}}?');
  await shot(page, 'workspace-canned-new');
  await page.getByTestId('canned-save').click();
  await page.getByTestId('canned-answer').first().waitFor();
  await shot(page, 'workspace-canned');
  await page.getByTestId('canned-answer').first().click();
  await page.getByTestId('unfilled').waitFor();
  await shot(page, 'workspace-canned-held');
  await page.goto(`${lead.workspace}/conversations/search`);
  await page.getByTestId('search-field').waitFor();
  await shot(page, 'workspace-search-empty');
  await page.getByTestId('search-field').fill('charged');
  await page.getByTestId('found').first().waitFor();
  await shot(page, 'workspace-search');
});

test('customers, all and one', async ({ cast }) => {
  const lead = await cast.colleague('Tom Abara', 'lead');
  const visitor = await cast.visitor();
  await visitor.signIn(await cast.customer('Wanjiru Kamau'), 'larkspur');
  await visitor.openChat();
  await visitor.say('When does my contract end?');
  // So that something was once otherwise.
  await visitor.visit('/billing');
  await visitor.page.getByRole('button', { name: /pay/i }).first().click();
  await visitor.page.getByText('Nothing is open on your account.').waitFor();
  const { page } = lead;
  await page.goto(`${lead.workspace}/customers`);
  await page.getByTestId('customer-row').first().waitFor();
  await shot(page, 'workspace-customers');
  await page.getByTestId('customer-row').filter({ hasText: 'Wanjiru' }).click();
  await page.getByTestId('customer').waitFor();
  await shot(page, 'workspace-customer');
  await page.getByTestId('customer-menu').click();
  await page.getByTestId('erase-customer').click();
  await shot(page, 'workspace-customer-erase');
});
