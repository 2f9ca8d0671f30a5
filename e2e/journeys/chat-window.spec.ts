import { readFile } from 'node:fs/promises';
import { findingsOf } from '../fixtures/axe.js';
import { openBrandPage, type PageOf } from '../fixtures/brand-page.js';
import { Consumer } from '../fixtures/consumer.js';
import { expect, test } from '../fixtures/test.js';

test('after the end a customer says how it was, and an agent reads it', async ({
  consumer,
  customer,
  agent,
  tag,
}) => {
  const { page } = consumer;
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`What do I owe you? ${tag}`);
  await agent.take(tag);
  await agent.answer(`Nothing any more ${tag}`);
  await expect(consumer.message('Nothing any more')).toBeVisible();
  await page.getByTestId('menu').click();
  await page.getByTestId('end').click();
  await expect(page.getByTestId('rating')).toBeVisible();
  await page.getByTestId('score-4').check();
  await page.getByTestId('rating-comment').fill('Quick and clear');
  expect(await findingsOf(page)).toEqual([]);
  await page.getByTestId('rating-send').click();
  await expect(page.getByTestId('rating')).toContainText('Thank you');
  await expect(page.getByTestId('rating-again')).toBeFocused();
  await expect(agent.page.getByTestId('rating')).toHaveText(/Found it good · Quick and clear/);
});

test('what was said is saved as a file that says who was confirmed, and in which no markup is any', async ({
  consumer,
  customer,
  tag,
}) => {
  const { page } = consumer;
  const markup = `<img src=x onerror=alert(1)> ${tag}`;
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(markup);
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await page.getByTestId('sign-in').click();
  await page.getByTestId('merge-accept').click();
  await consumer.say(`It is me ${tag}`);
  await page.getByTestId('menu').click();
  const saving = page.waitForEvent('download');
  await page.getByTestId('save-transcript').click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^Larkspur Mobile \d{4}-\d\d-\d\d\.html$/);
  const saved = await readFile(await file.path(), 'utf8');
  expect(saved).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(saved).not.toContain('<img');
  const lineOf = (text: string) => saved.split('<article>').find((line) => line.includes(text)) ?? '';
  expect(lineOf('onerror')).toContain('not verified');
  expect(lineOf('It is me')).toMatch(/ · verified</);
});

const html: PageOf['html'] = ({ api, brand }) => `<!doctype html><html lang="ar" dir="rtl">
<head><meta charset="utf-8"><title>Acme</title><script src="${api}/widget.js" async></script></head>
<body><main><h1>Acme</h1></main>
<countersign-chat brand="${brand}" connection="web" signed-in-as=""></countersign-chat></body></html>`;

test('a page in Arabic has a chat in Arabic, from right to left, and nobody there takes an address', async ({
  world,
  browser,
  tag,
}) => {
  const site = await openBrandPage(world, `ar-${tag}`, { html });
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const consumer = new Consumer(page, site.origin);
  await consumer.visit('/');
  await page.getByRole('button', { name: 'فتح المحادثة' }).click();
  await expect(page.getByTestId('window')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByTestId('greeting')).toContainText('لا يوجد أحد في الوقت الحالي');
  await page.getByTestId('contact').fill('nobody');
  await page.getByTestId('contact-keep').click();
  await expect(page.getByTestId('contact')).toBeFocused();
  await expect(page.getByTestId('contact')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('contact').fill('ines@example.com');
  await page.getByTestId('contact-keep').click();
  await expect(page.getByTestId('away')).toContainText('ines@example.com');
  await consumer.say(`مرحباً ${tag}`);
  expect(await findingsOf(page)).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBe(0);
  await context.close();
  await site.close();
});
