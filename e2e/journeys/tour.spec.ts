import { findingsOf } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';
import { GuidedTour } from '../fixtures/tour.js';

// Both play with Ada, who is one person.
test.describe.configure({ mode: 'default' });

test('the guided demo leads from a stranger to somebody known, in two real windows, and shows what goes over the wire', async ({
  consumer: { page },
  world,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  const tour = new GuidedTour(page);
  await tour.openFromLobby(world.brandSite);
  for (const step of ['stranger', 'claims', 'sign-in', 'seal']) await tour.next(step);
  await expect(tour.desk.getByTestId('who')).toContainText('Ada Osei');
  await expect(tour.desk.getByTestId('who')).toHaveAttribute('data-assurance', 'verified');
  await expect(tour.shop.getByTestId('identity-line')).toHaveText('Signed in as Ada Osei');
  await expect(
    tour.exchanges.filter({ hasText: 'Countersign' }).filter({ hasText: 'code_verifier' }),
  ).toHaveCount(1);
  await expect(page.getByTestId('tour-checks')).toContainText(/Verified · \d+ checks/);
  expect(await findingsOf(page, { frames: false })).toEqual([]);

  await tour.reset();
  await expect(tour.shop.getByTestId('window')).toHaveCount(0);
  await expect(page.getByTestId('step-stranger')).toHaveAttribute('aria-current', 'step');
});

test('on a phone the page of the guided demo does not move away from whoever reads it', async ({
  consumer: { page },
  world,
}) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  const tour = new GuidedTour(page);
  await tour.open(world.brandSite);
  await tour.next('stranger');
  await expect(tour.exchanges.first()).toBeAttached();
  await expect(page.getByTestId('tour-next')).toBeInViewport();
});

test('the guided demo plays both stories: the plan and the bill change in the shop and in the panel', async ({
  consumer: { page },
  world,
}) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  const tour = new GuidedTour(page);
  await tour.open(world.brandSite);
  await tour.choose('purchase');
  for (const step of ['ask', 'package', 'offer', 'accept', 'after']) await tour.next(step);
  await expect(tour.desk.getByTestId('fact-package')).toContainText('Larkspur 100');
  await expect(tour.shop.getByRole('main')).toContainText('Larkspur 100');

  await tour.choose('billing');
  for (const step of ['ask', 'bills', 'bill', 'pay', 'paid']) await tour.next(step);
  await expect(tour.shop.getByRole('main')).toContainText('Nothing is open');
  await tour.reset();
});

test('a demo that was left half way does not get in the way of the next one', async ({
  consumer: { page },
  browser,
  world,
}) => {
  test.setTimeout(240_000);
  const left = new GuidedTour(page);
  await left.page.emulateMedia({ reducedMotion: 'reduce' });
  await left.page.setViewportSize({ width: 1440, height: 900 });
  await left.open(world.brandSite);
  await left.next('stranger');
  const conversation = await left.current();
  expect(conversation).not.toBe('');

  const other = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  const tour = new GuidedTour(await other.newPage());
  await tour.open(world.brandSite);
  for (const step of ['stranger', 'claims', 'sign-in', 'seal']) await tour.next(step);
  await other.close();

  // What the same browser left open ends with its next beginning: Noor’s desk is hers again.
  await left.reset();
  await expect(left.desk.locator(`[data-conversation="${conversation}"]`)).toHaveCount(0);
  for (const step of ['stranger', 'claims', 'sign-in']) await left.next(step);
  await left.reset();
  for (const step of ['stranger', 'claims', 'sign-in', 'seal']) await left.next(step);
});
