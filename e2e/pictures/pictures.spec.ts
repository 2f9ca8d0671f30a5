import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Agent } from '../fixtures/agent.js';
import { Consumer } from '../fixtures/consumer.js';
import { expect, test } from '../fixtures/test.js';
import { under, type World } from '../fixtures/world.js';
import { developerPages } from './developer-pages.js';
import { sideBySide } from './side-by-side.js';

const folder = process.env['PICTURES'] ?? 'test-results/pictures';
const sizes = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } } as const;
const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];
type Width = keyof typeof sizes;
type Shot = (page: Page, name: string) => Promise<void>;

mkdirSync(folder, { recursive: true });

const contextOf = (browser: Browser, width: Width, colorScheme: Scheme): Promise<BrowserContext> =>
  browser.newContext({ viewport: sizes[width], colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });

const ada = { id: 'ada' };
const noor = { id: 'noor', name: 'Noor', email: 'noor@larkspur.example' };

async function shopPages(consumer: Consumer, world: World, shot: Shot): Promise<void> {
  const { page } = consumer;
  for (const [name, path] of Object.entries({
    home: '/',
    plans: '/plans',
    plan: '/plans/larkspur-100',
    login: '/login',
  })) {
    await consumer.visit(path);
    await shot(page, `shop-${name}`);
  }
  await page.goto(under(world.brandSite, 'juniper.localhost'));
  await shot(page, 'juniper');
  await page.goto(`${world.brandSite}/lobby`);
  await shot(page, 'lobby');
  await page.goto(world.idp);
  await shot(page, 'stand-in');
}

async function chooserPages(consumer: Consumer, shot: Shot): Promise<void> {
  await consumer.visit('/login');
  await consumer.page
    .getByRole('link', { name: /larkspur id/i })
    .or(consumer.page.getByRole('button', { name: /larkspur id/i }))
    .first()
    .click();
  await consumer.page.getByTestId('account-ada').waitFor();
  await shot(consumer.page, 'account-chooser');
}

async function customerPages(consumer: Consumer, shot: Shot): Promise<void> {
  await consumer.signIn(ada, 'larkspur');
  for (const name of ['account', 'billing', 'cart']) {
    await consumer.visit(`/${name}`);
    await shot(consumer.page, `shop-${name}`);
  }
}

async function chatStates(consumer: Consumer, agent: Agent, shot: Shot, question: string): Promise<void> {
  const { page } = consumer;
  await consumer.visit('/plans/larkspur-100');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText('Signed in as Ada Osei');
  await shot(page, 'chat-greeting');
  await consumer.write(question);
  await agent.page.goto(agent.workspace);
  await agent.row(question).waitFor();
  await shot(agent.page, 'workspace-queue');
  await agent.row(question).click();
  await agent.page.getByTestId('take').click();
  await expect(agent.page.getByTestId('composer')).toBeEnabled();
  await agent.answer(
    'You used 38 to 44 GB in each of the last six months, so yes: it costs 10 pounds more and you stop paying for extra data.',
  );
  await expect(consumer.message('38 to 44 GB')).toBeVisible();
  await shot(page, 'chat-conversation');
  await expect(agent.message('38 to 44 GB')).toBeVisible();
  await shot(agent.page, 'workspace-conversation');
  const identity = agent.page.getByTestId('show-identity');
  // On a narrow screen the panel waits behind a button.
  if (await identity.isVisible()) await identity.click();
  await expect(agent.fact('billing').first()).toBeVisible();
  await shot(agent.page, 'workspace-identity');
}

async function refusal(consumer: Consumer, shot: Shot): Promise<void> {
  await consumer.prefer('signed');
  await consumer.page.evaluate(() => indexedDB.deleteDatabase('countersign'));
  await consumer.visit('/account');
  await consumer.page.waitForFunction(() => 'getChatProof' in window);
  await consumer.page.evaluate(() =>
    Object.assign(window, { getChatProof: async () => ({ idToken: 'a.b.c' }) }),
  );
  await consumer.openChat();
  await consumer.page.getByTestId('refusal').waitFor();
  await shot(consumer.page, 'chat-refusal');
}

for (const width of [1280, 390] as const)
  for (const scheme of schemes)
    test(`every page at ${width} pixels, ${scheme}`, async ({ browser, agentsBrowser, world }) => {
      test.setTimeout(240_000);
      const shot: Shot = async (page, name) => {
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({
          path: join(folder, `${name}-${width}-${scheme}.png`),
          scale: 'css',
          animations: 'disabled',
        });
      };
      const shop = await contextOf(browser, width, scheme);
      const desk = await contextOf(agentsBrowser, width, scheme);
      const consumer = new Consumer(await shop.newPage(), under(world.brandSite, 'larkspur.localhost'));
      const agent = new Agent(await desk.newPage(), world.workspace, noor);
      await agent.page.goto(`${world.workspace}/sign-in`);
      await shot(agent.page, 'workspace-sign-in');
      await agent.signIn();
      await shopPages(consumer, world, shot);
      await chooserPages(consumer, shot);
      await customerPages(consumer, shot);
      const question = 'I run out of data every month. Is the 100 worth it?';
      await chatStates(consumer, agent, shot, question);
      if (width === 1280 && scheme === 'light') await sideBySide(browser, consumer.page, agent.page, folder);
      await agent.page.reload();
      await agent.page.getByTestId('end').click();
      await agent.page.getByTestId('confirm').click();
      await agent.page.goto(agent.workspace);
      await agent.page.getByTestId('tab-ended').click();
      await agent.page.getByTestId('queue-row').first().waitFor();
      await shot(agent.page, 'workspace-ended');
      await refusal(consumer, shot);
      const bench = await contextOf(agentsBrowser, width, scheme);
      await developerPages(consumer, world, bench, shot);
      await bench.close();
      await shop.close();
      await desk.close();
    });
