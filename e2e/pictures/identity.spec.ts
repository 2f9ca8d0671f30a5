import { expect, type Page } from '@playwright/test';
import { Clock } from '../fixtures/clock.js';
import { Demo } from '../fixtures/demo.js';
import { shot } from './camera.js';
import { test } from './cast.js';

const claims = {
  name: 'Grace Hopper',
  email: 'grace@larkspur.example',
  account_number: 'LK-9999-0001',
  viewing: 'Larkspur 100',
};
/** On a narrow screen the panel waits behind a button. */
const panelOf =
  (page: Page) =>
  async (width: number): Promise<void> => {
    if (width === 390) await page.getByTestId('show-identity').click();
    await page.getByTestId('panel').waitFor();
  };

test('what a page claims beside what is proven, and a proof that is refused', async ({ cast }) => {
  test.slow();
  const agent = await cast.colleague('Noor Haddad');
  const visitor = await cast.visitor();
  await visitor.signIn(await cast.customer('Amina Diallo'), 'larkspur');
  await visitor.openChat();
  await visitor.say('Please send my bills to another address.');
  await agent.take('Amina Diallo');
  await visitor.page.evaluate((facts) => window.countersign?.push({ pageFacts: facts }), claims);
  await agent.panel.getByTestId('conflicts').waitFor();
  await shot(agent.page, 'workspace-conflicts', async (width) => {
    await panelOf(agent.page)(width);
    await agent.panel.getByTestId('conflicts').scrollIntoViewIfNeeded();
  });
  const stranger = await cast.visitor();
  await stranger.visit('/plans');
  await stranger.openChat();
  await stranger.say('Which plan is right for two people?');
  await agent.page.goto(agent.workspace);
  await agent.take('right for two people');
  await shot(agent.page, 'workspace-anonymous', panelOf(agent.page));
});

test('a proof that grows old, and one that has ended', async ({ cast, world, idp }) => {
  test.slow();
  const clock = new Clock(world, idp);
  const brand = new Demo(world);
  await clock.reset();
  await brand.setBrand((one) => ({
    ...one,
    connections: one.connections.map((connection) => ({ ...connection, assuranceMinutes: 10 })),
  }));
  const agent = await cast.colleague('Noor Haddad');
  const visitor = await cast.visitor();
  await clock.follow(agent.page.context());
  await clock.follow(visitor.page.context());
  await agent.page.reload();
  await visitor.prefer('own');
  await visitor.signIn(await cast.customer('Oskar Berg'), 'larkspur');
  await visitor.openChat();
  await visitor.say('Has my new phone been sent?');
  await agent.take('Oskar Berg');
  await visitor.page.route('**/api/chat-proof', (route) => route.abort());
  await clock.advance({ minutes: 9 });
  await clock.advance({ minutes: 2 });
  await expect(visitor.page.getByTestId('standing')).toHaveAttribute('data-standing', 'stale');
  await shot(visitor.page, 'chat-stale');
  await shot(agent.page, 'workspace-stale', panelOf(agent.page));
  await agent.page.reload();
  await clock.advance({ minutes: 10 });
  await visitor.page.getByTestId('ran-out').waitFor();
  await shot(visitor.page, 'chat-ran-out');
  await shot(agent.page, 'workspace-proof-ended', panelOf(agent.page));
  await clock.reset();
  await brand.restore();
});
