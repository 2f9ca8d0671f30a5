import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { apart, processesOf } from '../fixtures/process-of.js';
import { expect, test } from '../fixtures/test.js';

const TEXT = 'My parcel has not come, and it is my mother’s birthday on Friday.';

/** When there is something to see that was not there before, in milliseconds since 1970. */
async function momentOf(
  page: Page,
  wanted: { text: string; inChat: boolean },
): Promise<() => Promise<number>> {
  const watched = await page.evaluateHandle(({ text, inChat }) => {
    const root = inChat ? document.querySelector('countersign-chat')?.shadowRoot : document;
    const isThere = () =>
      [...(root?.querySelectorAll('[data-testid=message]') ?? [])].some(
        (node) => node.textContent.includes(text) && (!inChat || node.getAttribute('data-state') === 'sent'),
      );
    const at = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        // The frame after the next begins when this one has been painted.
        const now = () => resolve(performance.timeOrigin + performance.now());
        requestAnimationFrame(() => requestAnimationFrame(now));
      });
      if (root) observer.observe(root, { subtree: true, childList: true, attributes: true });
    });
    return { at };
  }, wanted);
  return () => watched.evaluate(({ at }) => at);
}

/** The page follows its next click: what is sent by it goes on from there. Answers when it was. */
async function followed(page: Page, traceparent: string): Promise<() => Promise<number>> {
  const watched = await page.evaluateHandle((place) => {
    Object.assign(document.querySelector('countersign-chat') ?? {}, { traceparent: () => place });
    const at = new Promise<number>((resolve) =>
      window.addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), {
        capture: true,
        once: true,
      }),
    );
    return { at };
  }, traceparent);
  return () => watched.evaluate(({ at }) => at);
}

test('a message is followed from the consumer’s click to the agent’s screen, at another process', async ({
  consumer,
  customer,
  agent,
}) => {
  const agents = await processesOf(agent.page);
  const consumers = await processesOf(consumer.page);
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await apart(consumers, { page: agent.page, at: agents });
  await consumer.say('Good morning');
  await agent.take(customer.name);
  await expect(agent.message('Good morning')).toBeVisible();

  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  const painted = await momentOf(agent.page, { text: TEXT, inChat: false });
  const sent = await momentOf(consumer.page, { text: TEXT, inChat: true });
  const clicked = await followed(consumer.page, `00-${traceId}-${spanId}-01`);
  await agent.page.bringToFront();
  await consumer.say(TEXT);
  await expect(agent.message(TEXT)).toBeVisible();
  const seen = { traceId, spanId, clicked: await clicked(), sent: await sent(), painted: await painted() };
  expect(seen.painted).toBeGreaterThan(seen.clicked);
  // Its answer is what says that it was read; then there is nothing more to follow.
  await agent.answer('I look at once');
  await expect(consumer.message('I look at once')).toBeVisible();
  const file = process.env['FOLLOWED'];
  if (file) writeFileSync(file, JSON.stringify(seen));
});
