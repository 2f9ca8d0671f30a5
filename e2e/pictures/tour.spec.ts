import { GuidedTour } from '../fixtures/tour.js';
import { shot } from './camera.js';
import { test } from './cast.js';

test('the guided demo, at its beginning and in the middle', async ({ cast, world }) => {
  const { page } = await cast.visitor();
  const tour = new GuidedTour(page);
  await tour.open(world.brandSite);
  await shot(page, 'tour-beginning');
  const steps = await tour.steps();
  for (const step of steps.slice(0, 3)) await tour.next(step);
  await page.getByTestId('tour-checks').waitFor();
  await shot(page, 'tour-middle');
});
