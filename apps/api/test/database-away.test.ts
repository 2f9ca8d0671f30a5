import { afterAll, beforeAll, expect, test } from 'vitest';
import { Answer } from './house/answer.js';
import { freshDatabase, type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { Relay } from './house/relay.js';

let house: House;
let larkspur: Larkspur;
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let relay: Relay;

beforeAll(async () => {
  fresh = await freshDatabase();
  relay = await Relay.to(fresh.url);
  house = await openHouse({ DATABASE_URL: relay.url });
  larkspur = await makeLarkspur(house, [implicit('site')]);
});
afterAll(async () => {
  await house.close();
  await relay.cut();
  await fresh.drop();
});

test('without its database the service lives, is not ready, and says so in words; then it goes on', async () => {
  const page = await larkspur.page();
  const before = await page.anonymous('site');
  await relay.cut();
  const health = async (path: string) => Answer.of(await fetch(`${house.url}/health/${path}`));
  expect((await health('live')).status).toBe(200);
  expect((await health('ready')).problem()).toMatchObject({ code: 'service_unavailable', status: 503 });
  const answers = [await page.tryAnonymous('site'), await page.tryAttempt('site'), await page.resume(null)];
  expect(answers.map((answer) => answer.problem().code)).toEqual(Array(3).fill('service_unavailable'));
  expect(answers.map(({ text }) => text).join()).not.toMatch(/prisma|postgres|127\.0\.0\.1|database/i);
  await relay.mend();
  // Ready is who also hears what other processes tell: that line comes back by itself, in its own time.
  while ((await health('ready')).status !== 200);
  expect((await page.resume(null)).json()).toMatchObject({ session: before.session });
});
