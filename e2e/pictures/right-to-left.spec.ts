import { becomes, cardIn, proposal } from '../fixtures/cards.js';
import { shotFromRight as shot } from './camera.js';
import { expect, test } from './cast.js';

test('the workspace and the chat, read from the right', async ({ cast }) => {
  const agent = await cast.colleague('Layla Nasser', 'developer');
  const visitor = await cast.visitor();
  await visitor.page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.lang = 'ar';
    }),
  );
  const { page } = agent;
  await page.getByTestId('account-menu').click();
  await page.getByTestId('language-ar').click();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await visitor.signIn(await cast.customer('سلمى حداد', 'salma-haddad'), 'google');
  await visitor.openChat();
  await expect(visitor.identity).toContainText('سلمى');
  await shot(visitor.page, 'chat-greeting');
  await visitor.say('هل تستحق باقة 100 الفرق في السعر؟');
  await expect(agent.row('هل تستحق')).toBeVisible();
  await shot(page, 'workspace-queue');
  await agent.take('هل تستحق');
  await agent.answer('نعم: استخدمتِ بين 38 و44 غيغابايت في كل شهر.');
  await expect(agent.fact('package').first()).toBeVisible();
  await shot(page, 'workspace-conversation');
  await proposal(agent, 'Larkspur 100');
  await shot(page, 'workspace-propose');
  await page.getByTestId('send-proposal').click();
  const card = cardIn(visitor.page);
  await card.waitFor();
  await shot(visitor.page, 'chat-offer');
  await card.getByTestId('card-accept').click();
  await becomes(card, 'done');
  await shot(visitor.page, 'chat-conversation');
  await shot(page, 'workspace-identity', async (width) => {
    if (width === 390) await page.getByTestId('show-identity').click();
    await agent.panel.waitFor();
  });
  await page.goto(agent.workspace);
  await page.getByTestId('open-palette').click();
  await page.getByTestId('palette-field').waitFor();
  await shot(page, 'workspace-palette');
  for (const [name, path] of [
    ['search-empty', '/conversations/search'],
    ['connections', '/connections'],
    ['connection', '/connections/google'],
    ['webhooks-none', '/webhooks'],
    ['setup', '/setup'],
    ['setup-look', '/setup/look'],
    ['wizard-issuer', '/setup/connection/new'],
    ['sign-in', '/sign-in'],
  ] as const) {
    await page.goto(`${agent.workspace}${path}`);
    await page.getByRole('heading').first().waitFor();
    await shot(page, `workspace-${name}`);
  }
});
