import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.js';

/** Puts another method where the page's own was. */
const replaceMethod = async (page: Page, body: 'throws' | 'nothing' | 'nonsense' | 'never') => {
  await page.waitForFunction(() => 'getChatProof' in window);
  await page.evaluate((kind) => {
    const methods = {
      throws: () => {
        throw new Error('the page broke');
      },
      nothing: () => null,
      nonsense: () => 42,
      never: () => new Promise(() => undefined),
    };
    const getChatProof = () => {
      const { dataset } = document.documentElement;
      dataset['asked'] = String(Number(dataset['asked'] ?? 0) + 1);
      return methods[kind]();
    };
    Object.assign(window, { getChatProof });
  }, body);
};

const reasonOf = (page: Page) => {
  const details = page.getByTestId('refusal-details');
  return details.locator('code').first();
};

for (const [kind, reason] of [
  ['throws', 'page_method_failed'],
  ['nonsense', 'proof_missing'],
] as const)
  test(`a page method that ${kind === 'throws' ? 'throws' : 'answers nonsense'} is told in words, and the visitor may go on without signing in`, async ({
    consumer,
    customer,
    tag,
  }) => {
    await consumer.signIn(customer, 'larkspur');
    await replaceMethod(consumer.page, kind);
    await consumer.openChat();
    await expect(consumer.page.getByTestId('refusal')).toContainText('could not tell us who you are');
    await expect(reasonOf(consumer.page)).toHaveText(`Reason: ${reason}`, { useInnerText: false });
    await consumer.page.getByTestId('chat-anonymously').click();
    await consumer.say(`Still here ${tag}`);
  });

test('a page method that answers nothing is a decline, not an error', async ({ consumer, customer }) => {
  await consumer.signIn(customer, 'larkspur');
  await replaceMethod(consumer.page, 'nothing');
  await consumer.openChat();
  await expect(consumer.page.getByTestId('declined')).toBeVisible();
});

test('a page method that never answers is asked once more, then given up', async ({ consumer, customer }) => {
  await consumer.page.clock.install();
  await consumer.signIn(customer, 'larkspur');
  await replaceMethod(consumer.page, 'never');
  await consumer.openChat();
  for (const asked of ['1', '2']) {
    await expect(consumer.page.locator('html')).toHaveAttribute('data-asked', asked);
    await consumer.page.clock.fastForward(20_000);
  }
  await expect(reasonOf(consumer.page)).toHaveText('Reason: page_method_silent', { useInnerText: false });
});

test('a page without the method says so to its developer', async ({ consumer, customer }) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.page.waitForFunction(() => 'getChatProof' in window);
  await consumer.page.evaluate(() => Reflect.deleteProperty(window, 'getChatProof'));
  await consumer.openChat();
  await expect(reasonOf(consumer.page)).toHaveText('Reason: page_method_missing', { useInnerText: false });
});

test('an envelope with one byte forged is refused, and a new sign-in is offered', async ({
  consumer,
  customer,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.prefer('signed');
  await consumer.visit('/');
  await consumer.page.waitForFunction(() => 'getChatProof' in window);
  await consumer.page.evaluate(() => {
    const page = window as unknown as { getChatProof: (attempt: object) => Promise<{ idToken: string }> };
    const honest = page.getChatProof;
    page.getChatProof = async (attempt) => {
      const { idToken } = await honest(attempt);
      const [header, payload, signature = ''] = idToken.split('.');
      const turned = signature.startsWith('A') ? 'B' : 'A';
      return { idToken: `${header}.${payload}.${turned}${signature.slice(1)}` };
    };
  });
  await consumer.openChat();
  await expect(consumer.page.getByTestId('refusal')).toContainText('We could not confirm it is you');
  await expect(reasonOf(consumer.page)).toHaveText('Reason: signature_invalid', { useInnerText: false });
  await expect(consumer.page.getByTestId('sign-in-again')).toBeVisible();
});

test('a provider that is down is not the consumer’s fault, and is told so', async ({
  consumer,
  customer,
  idp,
  world,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.page.route(`${world.api}/v1/sessions`, async (route) => {
    const body = {
      type: 'urn:countersign:problem:proof_rejected',
      code: 'proof_rejected',
      title: 'We could not confirm who you are.',
      status: 401,
      reason: 'provider_unavailable',
    };
    const proof =
      route.request().method() === 'POST' && route.request().postData()?.includes('"kind":"proof"');
    if (!proof) return route.fallback();
    return route.fulfill({
      status: 401,
      json: body,
      headers: { 'access-control-allow-origin': consumer.shop },
    });
  });
  await consumer.openChat();
  await expect(consumer.page.getByTestId('refusal')).toContainText('sign-in is not answering');
  expect(await idp.people()).toBeTruthy();
});

test('a message with markup stays text', async ({ consumer, agent, tag }) => {
  const markup = `<img src=x onerror="document.title='owned'"><b>${tag}</b>`;
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.write(markup);
  await agent.take(tag);
  await expect(agent.message(tag)).toContainText(markup);
  await agent.answer(markup);
  await expect(consumer.page.getByTestId('window').locator('[data-from=agent]')).toContainText(markup);
  expect(await agent.page.title()).not.toBe('owned');
  expect(await consumer.page.title()).not.toBe('owned');
});

test('a message that is too long stays in the composer, and says by how much', async ({ consumer, tag }) => {
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.page.getByTestId('composer').fill(tag + 'x'.repeat(100_000));
  await expect(consumer.page.getByTestId('composer-note')).toContainText('too many');
  await expect(consumer.page.getByTestId('send')).toBeDisabled();
  await consumer.page.getByTestId('composer').press('Enter');
  await expect(consumer.page.getByTestId('composer')).toHaveValue(new RegExp(`^${tag}x`));
});

test('a page whose origin is not listed gets no chat, and the visitor is told', async ({
  browser,
  world,
}) => {
  const page = await (await browser.newContext()).newPage();
  const tag = '<countersign-chat brand="larkspur" connection="own" signed-in-as=""></countersign-chat>';
  const body = `<!doctype html><html lang="en"><title>Stranger</title><script src="${world.api}/widget.js"></script>${tag}</html>`;
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(body),
  ).listen(0);
  await once(server, 'listening');
  await page.goto(`http://stranger.localhost:${(server.address() as AddressInfo).port}/`);
  await page.getByTestId('launcher').click();
  await expect(page.getByTestId('refusal')).toContainText(/not available|does not answer/);
  await page.context().close();
  server.close();
});
