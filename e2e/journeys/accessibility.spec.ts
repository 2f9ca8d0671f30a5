import { findingsOf } from '../fixtures/axe.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';
import { under } from '../fixtures/world.js';

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `axe finds nothing serious on the brand pages and in the chat, ${colorScheme}`,
    onlyInFull(colorScheme === 'dark'),
    async ({ consumer, customer, world }) => {
      test.slow();
      const { page } = consumer;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const path of ['/', '/plans', '/plans/larkspur-100', '/login']) {
        await consumer.visit(path);
        expect(await findingsOf(page), path).toEqual([]);
      }
      await consumer.signIn(customer, 'larkspur');
      for (const path of ['/account', '/billing', '/cart']) {
        await consumer.visit(path);
        expect(await findingsOf(page), path).toEqual([]);
      }
      await consumer.openChat();
      await consumer.say('How does this look?');
      expect(await findingsOf(page), 'chat').toEqual([]);
      for (const address of [
        `${world.brandSite}/lobby`,
        under(world.brandSite, 'juniper.localhost'),
        world.idp,
      ]) {
        await page.goto(address);
        expect(await findingsOf(page), address).toEqual([]);
      }
    },
  );

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `axe finds nothing serious in the workspace and on the account chooser, ${colorScheme}`,
    onlyInFull(colorScheme === 'dark'),
    async ({ consumer, customer, agent, browser, world }) => {
      test.slow();
      const { page } = agent;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findingsOf(page), 'queue').toEqual([]);
      await consumer.signIn(customer, 'larkspur');
      await consumer.openChat();
      await consumer.write('Good morning');
      await agent.take(customer.name);
      await expect(agent.fact('billing').first()).toBeVisible();
      expect(await findingsOf(page), 'conversation').toEqual([]);

      const stranger = await browser.newContext({ colorScheme });
      const other = await stranger.newPage();
      await other.goto(`${world.workspace}/sign-in`);
      expect(await findingsOf(other), 'sign-in').toEqual([]);
      await other.getByTestId('sign-in-larkspur').click();
      await expect(other.getByTestId('use-another-account')).toBeVisible();
      expect(await findingsOf(other), 'chooser').toEqual([]);
      await stranger.close();
    },
  );
