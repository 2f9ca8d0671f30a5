import type { Page } from '@playwright/test';
import { shot } from './camera.js';
import { expect, test } from './cast.js';

const bend = async (page: Page, method: () => Promise<unknown>) => {
  await page.waitForFunction(() => 'getChatProof' in window);
  await page.evaluate(`Object.assign(window, { getChatProof: ${method.toString()} })`);
};

test('where nobody is on duty', async ({ cast }) => {
  const visitor = await cast.visitor();
  await visitor.visit('/');
  await visitor.openChat();
  await visitor.page.getByTestId('away').or(visitor.page.getByText('Nobody is there')).first().waitFor();
  await shot(visitor.page, 'chat-nobody-on-duty');
  await visitor.say('Is the shop in Leeds open on Sunday?');
  await shot(visitor.page, 'chat-leave-an-address');
});

test('files, the menu, and a window of its own', async ({ cast }) => {
  test.slow();
  const agent = await cast.colleague('Noor Haddad');
  const visitor = await cast.visitor();
  const { page } = visitor;
  await visitor.signIn(await cast.customer('Rosa Delgado'), 'larkspur');
  await visitor.visit('/billing');
  const seen = await page.screenshot();
  await visitor.openChat();
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'my bill.png', mimeType: 'image/png', buffer: seen });
  await page.getByTestId('tray').waitFor();
  await shot(page, 'chat-file-ready');
  await visitor.say('This is what I see.');
  const picture = page.getByRole('img', { name: 'my bill.png' });
  await expect
    .poll(() => picture.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
    .toBeGreaterThan(0);
  await shot(page, 'chat-file');
  await agent.take('Rosa Delgado');
  await expect(agent.page.getByTestId('attachment').getByRole('img')).toBeVisible();
  await shot(agent.page, 'workspace-file');
  await agent.page.getByTestId('attachment').click();
  await agent.page.getByTestId('picture').getByRole('img').waitFor();
  await shot(agent.page, 'workspace-picture');
  await shot(page, 'chat-menu', async () => {
    const choice = page.getByTestId('pop-out');
    if (!(await choice.isVisible())) await page.getByTestId('menu').click();
    await choice.waitFor();
  });
  const opening = page.context().waitForEvent('page');
  await page.getByTestId('pop-out').click();
  const own = await opening;
  await own.getByText('This is what I see.').waitFor();
  await shot(own, 'chat-own-window');
});

test('while it is proven, refused, and not signed in', async ({ cast }) => {
  test.slow();
  const visitor = await cast.visitor();
  const { page } = visitor;
  await visitor.signIn(await cast.customer('Yusuf Demir'), 'larkspur');
  await visitor.prefer('signed');
  await visitor.visit('/account');
  await bend(page, () => new Promise(() => undefined));
  await visitor.openChat();
  await page.getByTestId('call-off').waitFor();
  await shot(page, 'chat-proving');
  await visitor.visit('/account');
  await bend(page, () => Promise.resolve({ idToken: 'a.b.c' }));
  await visitor.openChat();
  await page.getByTestId('refusal').waitFor();
  await shot(page, 'chat-refusal');
  await page.getByTestId('refusal').getByText('Details').click();
  await shot(page, 'chat-refusal-details');
  await visitor.visit('/account');
  await bend(page, () => Promise.resolve(null));
  await visitor.openChat();
  await page.getByTestId('declined').waitFor();
  await shot(page, 'chat-declined');
});
