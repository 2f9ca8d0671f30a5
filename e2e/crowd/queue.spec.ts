import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/banker.js';
import { crowdAt } from '../fixtures/crowd.js';
import { framesSince, watchFrames } from './frames.js';
import { beginPhase, type Task, tasksIn, watchTasks } from './main-thread.js';

const WAITING = 2_000;
const TALKING = 60;
const LONGEST_TASK_MS = 50;
const ROUNDS = 3;

const at = (frames: readonly number[], part: number) => frames[Math.floor((frames.length - 1) * part)] ?? 0;
const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(9);

/** The longest by the clock, and the longest of the processor: seldom the same. */
const longestOf = (tasks: readonly Task[]): Task => ({
  wallMs: Math.max(0, ...tasks.map(({ wallMs }) => wallMs)),
  cpuMs: Math.max(0, ...tasks.map(({ cpuMs }) => cpuMs)),
});

function print(longest: ReadonlyMap<string, Task>, frames: ReadonlyMap<string, readonly number[]>): void {
  process.stdout.write(`\n${WAITING} waiting, ${TALKING} of them talking; the longest task of each part:\n`);
  for (const [name, { wallMs, cpuMs }] of longest) {
    const some = frames.get(name) ?? [];
    process.stdout.write(
      `  ${name.padEnd(9)} ${ms(wallMs)} by the clock ${ms(cpuMs)} of the processor   frame p50 ${ms(at(some, 0.5))}  p95 ${ms(at(some, 0.95))}  (${some.length} frames)\n`,
    );
  }
}

/** There and back again, as by a wheel, at the speed of frames. */
const scroll = (page: Page) =>
  page.getByTestId('queue-scroller').evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const { scrollHeight, clientHeight } = element;
    for (const step of [240, 2_400, -240, -2_400]) {
      element.scrollTop = step > 0 ? 0 : scrollHeight - clientHeight;
      for (let moved = 0; moved < 120; moved += 1) {
        element.scrollTop += step;
        await frame();
      }
    }
  });

/** Until all of them are there. */
const wholeQueue = (page: Page) =>
  page.getByTestId('queue-scroller').evaluate(async (element) => {
    while (element.scrollHeight < 2_000 * 70) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

async function narrow(page: Page): Promise<void> {
  for (const choice of ['order-newest', 'order-latest', 'who-anonymous', 'order-wait', 'who-all']) {
    await page.getByTestId('filter').click();
    await page.getByTestId(choice).click();
    await page.keyboard.press('Escape');
  }
}

test(`the queue with ${WAITING} waiting conversations is read, scrolled and changed without a task over ${LONGEST_TASK_MS} ms of the processor`, async ({
  banker,
  world,
  agentsBrowser,
}) => {
  const { page } = banker;
  // Nobody looks while the crowd comes.
  await page.goto('about:blank');
  const guests = await crowdAt(world, WAITING, { staying: TALKING });
  const frames = new Map<string, readonly number[]>();
  const during = async (name: string, act: () => Promise<unknown>) => {
    await beginPhase(page, name);
    await framesSince(page);
    await act();
    frames.set(name, await framesSince(page));
  };

  await watchTasks(agentsBrowser, page);
  await page.goto(`${banker.workspace}/conversations`);
  const first = page.getByTestId('queue-row').first();
  await expect(first).toBeVisible();
  await watchFrames(page);
  await during('read', () => wholeQueue(page));
  const all = await first.locator('xpath=..').getAttribute('aria-setsize');
  expect(Number(all)).toBeGreaterThanOrEqual(WAITING);
  for (let round = 1; round <= ROUNDS; round += 1) {
    await during(`scroll ${round}`, () => scroll(page));
    await during(`change ${round}`, async () => {
      const talk = guests.map(async (guest) => {
        for (let said = 0; said < 3; said += 1) await guest.say(`And another thing ${round}.${said}`);
      });
      await Promise.all([...talk, scroll(page)]);
    });
    await during(`narrow ${round}`, () => narrow(page));
  }
  await beginPhase(page, 'end');
  const tasks = tasksIn(await agentsBrowser.stopTracing());
  for (const guest of guests) guest.leave();

  const longest = new Map([...frames.keys()].map((name) => [name, longestOf(tasks.get(name) ?? [])]));
  print(longest, frames);
  // By the processor: what the page does is the same on a machine whose cores are busy elsewhere. The clock is printed beside it.
  // What narrows it is printed and not judged: the first press of its button builds a menu.
  for (const [name, { cpuMs }] of longest)
    if (!name.startsWith('narrow')) expect.soft(cpuMs, name).toBeLessThanOrEqual(LONGEST_TASK_MS);
});
