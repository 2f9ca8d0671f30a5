import type { Locator, Page } from '@playwright/test';
import { onlyInFull } from '../fixtures/in-full.js';
import { makeCustomer } from '../fixtures/people.js';
import { expect, test } from '../fixtures/test.js';

const names = {
  'five hundred letters': (tag: string) => `${tag} ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(14)}`,
  'nothing but pictures': (tag: string) => `${tag} ${'👩‍👩‍👧‍👦🏳️‍🌈'.repeat(30)}`,
  'another direction': (tag: string) => `${tag} ${'عبد الرحمن بن محمد بن عبد الله آل سعود '.repeat(6)}`,
};

const overflows = (element: Locator) =>
  element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth > 1);

/** Whether the page is as wide as the screen, and not wider. */
const isWhole = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

for (const [kind, nameOf] of Object.entries(names))
  test(
    `a name of ${kind} breaks neither row, header nor panel`,
    onlyInFull(kind !== 'five hundred letters'),
    async ({ consumer, agent, idp, tag }) => {
      const { page } = agent;
      const person = await makeCustomer(idp, `n${tag}`, nameOf(tag));
      await page.setViewportSize({ width: 1_120, height: 800 });
      await consumer.signIn(person, 'larkspur');
      await consumer.openChat();
      await consumer.write(`Hello ${tag}`);
      const row = agent.row(`Hello ${tag}`);
      const other = page.getByTestId('queue-row').last();
      expect((await row.boundingBox())?.height).toBe((await other.boundingBox())?.height);
      expect(await overflows(row)).toBe(false);
      await agent.take(`Hello ${tag}`);

      const header = page.locator('main header');
      for (const width of [1_120, 1_280, 1_920]) {
        await page.setViewportSize({ width, height: 800 });
        await expect(header.locator('[data-assurance=verified]')).toBeInViewport({ ratio: 1 });
        await expect(header.getByTestId('end')).toBeInViewport({ ratio: 1 });
        expect(await overflows(header), `header at ${width}`).toBe(false);
        expect(await overflows(agent.panel), `panel at ${width}`).toBe(false);
        expect(await isWhole(page), `page at ${width}`).toBe(true);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await expect(header.locator('[data-assurance=verified]')).toBeInViewport({ ratio: 1 });
      await page.getByTestId('show-identity').click();
      await expect(agent.panel).toBeVisible();
      expect(await overflows(agent.panel), 'panel on a phone').toBe(false);
      expect(await isWhole(page), 'page on a phone').toBe(true);
      await idp.removePerson(person.id);
    },
  );
