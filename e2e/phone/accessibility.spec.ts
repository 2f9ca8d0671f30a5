import { findingsOf } from '../fixtures/axe.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, type Phone, test } from '../fixtures/phone.js';

/** Nothing to push sideways, and every button large enough for a finger. */
async function fits({ page }: Phone): Promise<void> {
  const [inner, wanted] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(wanted).toBeLessThanOrEqual(inner ?? 0);
  for (const box of await page.getByRole('button').evaluateAll((all) => all.map((one) => one.clientHeight)))
    expect(box).toBeGreaterThanOrEqual(40);
}

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `axe finds nothing in the app, ${colorScheme}, and everything fits`,
    onlyInFull(colorScheme === 'dark'),
    async ({ anotherPhone, customer, agent, tag }) => {
      const phone = await anotherPhone({ colorScheme, reducedMotion: 'reduce' });
      const { page } = phone;
      await phone.start();
      await expect(page.getByTestId('person')).toBeVisible();
      expect(await findingsOf(page), 'sign in').toEqual([]);
      await fits(phone);

      await phone.signIn(customer);
      expect(await findingsOf(page), 'home').toEqual([]);
      await fits(phone);

      await phone.openChat();
      await phone.say(`What do I owe? ${tag}`);
      await agent.take(customer.name);
      await agent.answer(`28 pounds, until the end of the month ${tag}`);
      await expect(phone.message(`28 pounds`)).toBeVisible();
      await page.getByTestId('menu').tap();
      expect(await findingsOf(page), 'chat').toEqual([]);
      await fits(phone);

      await page.getByTestId('sign-out').tap();
      await expect(page.getByTestId('signed-out')).toBeVisible();
      expect(await findingsOf(page), 'signed out').toEqual([]);
    },
  );
