import type { Locator } from '@playwright/test';
import { apart, processesOf } from '../fixtures/process-of.js';
import { expect, test } from '../fixtures/test.js';

/** How often an element was shown from here on, however shortly. */
async function shownOf(element: Locator): Promise<() => Promise<number>> {
  const count = await element.evaluateHandle((node: HTMLElement) => {
    const shown = { times: node.hidden ? 0 : 1 };
    const look = () => {
      if (!node.hidden) shown.times += 1;
    };
    new MutationObserver(look).observe(node, { attributes: true, attributeFilter: ['hidden'] });
    return shown;
  });
  return () => count.evaluate(({ times }) => times);
}

test('a consumer at one process and an agent at another see each other’s words, and what is proven', async ({
  consumer,
  customer,
  agent,
  world,
}) => {
  const agents = await processesOf(agent.page);
  const consumers = await processesOf(consumer.page);
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await apart(consumers, { page: agent.page, at: agents });
  expect(world.apis.map(({ name }) => name).sort()).toEqual([agents(), consumers()].sort());
  await consumer.say('From one process');
  await agent.take(customer.name);
  await expect(agent.message('From one process')).toBeVisible();
  await expect(agent.fact('sub').getByTestId('seal')).toBeVisible();
  await agent.answer('From another');
  await expect(consumer.message('From another')).toBeVisible();
});

test('a process that is told to stop is left unseen, and what is written meanwhile arrives', async ({
  consumer,
  customer,
  agent,
  world,
}) => {
  const consumers = await processesOf(consumer.page);
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say('Before');
  await agent.take(customer.name);
  await expect.poll(consumers).toBeDefined();
  const left = world.apis.find(({ name }) => name === consumers());
  if (!left) throw new Error(`Nobody knows the process ${consumers()}`);
  const banners = await shownOf(consumer.page.getByTestId('connection-banner'));
  process.kill(left.pid, 'SIGTERM');
  await consumer.say('While it leaves');
  await expect.poll(consumers).not.toBe(left.name);
  await consumer.say('At the other');
  expect(await banners()).toBe(0);
  for (const text of ['Before', 'While it leaves', 'At the other'])
    await expect(agent.message(text)).toHaveCount(1);
});
