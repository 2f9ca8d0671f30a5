import { findingsOf } from '../fixtures/axe.js';
import { crowdAt } from '../fixtures/crowd.js';
import { test } from '../fixtures/own-brand.js';
import { expect } from '../fixtures/test.js';

/** More than is drawn whole. */
const WAITING = 120;

test('a long queue is drawn as far as it is seen, counted whole, walked by keyboard, narrowed, and changes while it is looked at', async ({
  ownBrand,
  world,
  tag,
}) => {
  test.slow();
  const agent = await ownBrand.staff('agent');
  const { page } = agent;
  const [guest] = await crowdAt(world, WAITING, {
    at: ownBrand.door,
    staying: 1,
    says: (number) => `Question ${number} ${tag}`,
  });
  await page.reload();
  const rows = page.getByTestId('queue-row');
  const counted = async () =>
    Number(/\d+/.exec((await page.getByTestId('tab-open').textContent()) ?? '')?.[0]);
  await expect.poll(counted).toBe(WAITING);
  expect(await rows.count()).toBeLessThan(60);

  /** Where the focus stands among all rows, whichever section they are in. */
  const focused = () =>
    page.getByTestId('queue-scroller').evaluate((scroller) => {
      const sections = [...scroller.querySelectorAll('section')];
      const sizes = sections.map((section) => Number(section.querySelector('li[aria-setsize]')?.ariaSetSize));
      const item = document.activeElement?.closest('li');
      const at = sections.findIndex((section) => section.contains(item ?? null));
      const sum = (some: number[]) => some.reduce((all, one) => all + one, 0);
      return { place: sum(sizes.slice(0, at)) + Number(item?.ariaPosInSet), of: sum(sizes) };
    });
  /** How far from the end it is. */
  const fromEnd = async () => {
    const { place, of } = await focused();
    return of < WAITING ? `of ${of}` : of - place;
  };
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect.poll(fromEnd).toBe(0);
  await page.keyboard.press('ArrowUp');
  await expect.poll(fromEnd).toBe(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await expect.poll(async () => (await focused()).place).toBe(2);
  expect(await findingsOf(page)).toEqual([]);

  await page.getByTestId('filter').click();
  await page.getByTestId('who-verified').click();
  await page.keyboard.press('Escape');
  await expect(rows.filter({ hasText: tag })).toHaveCount(0);
  await expect(page.getByTestId('filters')).toBeVisible();
  await page.getByTestId('filters').getByRole('button').click();
  await expect(page.getByTestId('filters')).toBeHidden();
  await expect(rows.first()).toBeVisible();

  await page.getByTestId('filter').click();
  await page.getByTestId('order-latest').click();
  await page.keyboard.press('Escape');
  await guest?.say(`Are you there ${tag}`);
  await expect(rows.first()).toContainText(`Are you there ${tag}`);
  await rows.first().click();
  await expect(agent.message(`Are you there ${tag}`)).toBeVisible();
  guest?.leave();
});
