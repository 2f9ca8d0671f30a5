import { shot } from './camera.js';
import { expect, test } from './cast.js';
import { sideBySide } from './side-by-side.js';

const question = 'I run out of data every month. Is the 100 worth it?';

test('a conversation, by both who have it, and who it is with', async ({ browser, cast }) => {
  test.slow();
  const visitor = await cast.visitor();
  const { page } = visitor;
  // Whom the demo brings: the texts that show these pictures name them.
  const agent = await cast.colleague('Noor Haddad');
  await visitor.signIn({ id: 'ada' }, 'larkspur');
  await visitor.visit('/plans/larkspur-100');
  await visitor.openChat();
  await expect(visitor.identity).toHaveText('Signed in as Ada Osei');
  await shot(page, 'chat-greeting');
  await visitor.say(question);
  await shot(agent.page, 'workspace-queue');
  await agent.take('Ada Osei');
  await agent.answer(
    'You used 38 to 44 GB in each of the last six months, so yes: it costs 10 pounds more and you stop paying for extra data.',
  );
  await expect(visitor.message('38 to 44 GB')).toBeVisible();
  await shot(page, 'chat-conversation');
  await expect(agent.message('38 to 44 GB')).toBeVisible();
  await shot(agent.page, 'workspace-conversation');
  await sideBySide(browser, page, agent.page);
  await expect(agent.fact('billing').first()).toBeVisible();
  await shot(agent.page, 'workspace-identity', async (width) => {
    // On a narrow screen the panel waits behind a button.
    if (width === 390) await agent.page.getByTestId('show-identity').click();
    await expect(agent.fact('billing').first()).toBeVisible();
  });
  await agent.page.reload();
  await agent.page.getByTestId('end').click();
  await shot(agent.page, 'workspace-end');
  await agent.page.getByTestId('confirm').click();
  await page.getByTestId('rating').waitFor();
  await shot(page, 'chat-rating');
  await agent.page.goto(agent.workspace);
  await agent.page.getByTestId('tab-ended').click();
  await agent.page.getByTestId('queue-row').first().waitFor();
  await shot(agent.page, 'workspace-ended');
});
