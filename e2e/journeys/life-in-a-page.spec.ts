import type { Page } from '@playwright/test';
import { Consumer } from '../fixtures/consumer.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';

/** What a frame of the browser's way back does to a page. */
const pageEvent = (page: Page, type: 'pagehide' | 'pageshow') =>
  page.evaluate((name) => {
    window.dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
  }, type);

const anotherTab = async (consumer: Consumer): Promise<Consumer> =>
  new Consumer(await consumer.page.context().newPage(), consumer.shop);

test('an element whose attributes come after it opens its chat all the same', async ({ consumer, tag }) => {
  await consumer.visit('/');
  await expect(consumer.page.getByTestId('launcher')).toBeVisible();
  await consumer.page.evaluate(() => {
    const known = document.querySelector('countersign-chat');
    const attributes = [...(known?.attributes ?? [])].map(({ name, value }) => [name, value] as const);
    known?.remove();
    const late = document.createElement('countersign-chat');
    document.body.append(late);
    for (const [name, value] of attributes) if (name !== 'style') late.setAttribute(name, value);
  });
  await consumer.openChat();
  await consumer.say(`Late, but here ${tag}`);
});

test('an element taken out and put back goes on where it was', async ({ consumer, tag }) => {
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`Before the page moved ${tag}`);
  await consumer.page.evaluate(async () => {
    const element = document.querySelector('countersign-chat');
    element?.remove();
    await new Promise((resolve) => setTimeout(resolve));
    if (element) document.body.append(element);
  });
  await expect(consumer.message(tag)).toHaveCount(1);
  await consumer.say(`And after ${tag}`);
});

test('two elements of one page speak as one visitor', async ({ consumer, tag }) => {
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`From the first ${tag}`);
  await consumer.page.evaluate(() => {
    const first = document.querySelector('countersign-chat');
    const second = first?.cloneNode() as HTMLElement;
    second.id = 'second';
    second.removeAttribute('open');
    first?.removeAttribute('open');
    document.body.append(second);
  });
  const second = consumer.page.locator('#second');
  await second.getByTestId('launcher').click({ force: true });
  await expect(second.getByTestId('message').filter({ hasText: tag })).toHaveCount(1);
});

test('a page that is kept for the way back keeps nobody’s chat', async ({ consumer, customer, tag }) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Something private ${tag}`);
  await pageEvent(consumer.page, 'pagehide');
  await expect(consumer.message(tag)).toHaveCount(0);
  await expect(consumer.page.getByTestId('window')).toHaveCount(0);

  // The same person comes back, and it goes on.
  await pageEvent(consumer.page, 'pageshow');
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(consumer.message(tag)).toHaveCount(1);

  // Somebody signs out in another tab; whoever comes back then finds nothing.
  await pageEvent(consumer.page, 'pagehide');
  const other = await anotherTab(consumer);
  await other.visit('/');
  await other.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(other.page.getByTestId('launcher')).toBeVisible();
  await other.openChat();
  await expect(other.identity).toHaveText('Chatting anonymously');
  await pageEvent(consumer.page, 'pageshow');
  await expect(consumer.page.getByTestId('window')).toBeVisible();
  await expect(consumer.message(tag)).toHaveCount(0);
  await expect(consumer.identity).not.toContainText(customer.name);
});

test('what one tab ends has ended in the other', async ({ consumer, tag }) => {
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`In both tabs ${tag}`);
  const other = await anotherTab(consumer);
  await other.visit('/plans');
  await other.openChat();
  await expect(other.message(tag)).toHaveCount(1);
  await consumer.page.getByTestId('menu').click();
  await consumer.page.getByTestId('end').click();
  await expect(consumer.page.getByTestId('ended')).toBeVisible();
  await expect(other.page.getByTestId('ended')).toBeVisible();
});

test('a sign-out of the chat in one tab takes the person out of the other', async ({
  consumer,
  customer,
  tag,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`Seen in both ${tag}`);
  const other = await anotherTab(consumer);
  await other.visit('/plans');
  await other.openChat();
  await expect(other.message(tag)).toHaveCount(1);
  await consumer.page.getByTestId('menu').click();
  await consumer.page.getByTestId('sign-out').click();
  await expect(other.page.getByTestId('signed-out')).toBeVisible();
  await expect(other.message(tag)).toHaveCount(0);
  await expect(other.identity).not.toContainText(customer.name);
});

test('a browser that lets a page store nothing chats all the same, until the page goes', async ({
  consumer,
  tag,
}) => {
  await consumer.page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`Kept nowhere ${tag}`);
});

for (const hours of [-3, 3])
  test(
    `a device whose clock is ${hours} hours off chats all the same`,
    onlyInFull(hours < 0),
    async ({ consumer, tag }) => {
      await consumer.page.clock.install({ time: Date.now() + hours * 3_600_000 });
      await consumer.visit('/');
      await consumer.openChat();
      await consumer.say(`What time is it? ${tag}`);
    },
  );

test('a service that is down when the page comes is asked again when the consumer wishes', async ({
  consumer,
  world,
  tag,
}) => {
  const { page } = consumer;
  await page.route(`${world.api}/v1/embed/**`, (route) => route.abort());
  await consumer.visit('/');
  await consumer.openChat();
  await expect(page.getByTestId('refusal')).toContainText('The chat does not answer');
  // The brand's own colour is not known yet.
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toHaveCSS('background-color', 'rgb(63, 63, 174)');
  await page.unroute(`${world.api}/v1/embed/**`);
  await again.click();
  await consumer.say(`There you are ${tag}`);
});

test('a connection that was mistyped is not blamed on the consumer’s line', async ({ consumer }) => {
  await consumer.visit('/');
  // Once the shop's framework has the tag: it would put its own connection back.
  await consumer.page.waitForFunction(() => 'getChatProof' in window);
  await expect(consumer.page.locator('countersign-chat')).toBeAttached();
  await consumer.page.evaluate(() =>
    document.querySelector('countersign-chat')?.setAttribute('connection', 'gogle'),
  );
  await consumer.openChat();
  const refusal = consumer.page.getByTestId('refusal');
  await expect(refusal).toContainText('The chat is not available here');
  await expect(refusal.locator('code').first()).toHaveText('Reason: connection_unknown', {
    useInnerText: false,
  });
});
