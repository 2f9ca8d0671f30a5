import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { attach } from '../fixtures/attach.js';
import { expect, test } from '../fixtures/test.js';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n',
);
const pdf = { name: 'bill of May.pdf', mimeType: 'application/pdf', buffer: PDF };
const picture = (buffer: Buffer, name = 'what I see.png') => ({ name, mimeType: 'image/png', buffer });
/** It came, and could be drawn. */
const isDrawn = (image: Locator) =>
  expect
    .poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
    .toBeGreaterThan(0);

test('a customer sends a picture and a bill, the agent looks at both and answers with a picture', async ({
  consumer,
  customer,
  agent,
  tag,
}) => {
  const { page } = consumer;
  await consumer.signIn(customer, 'larkspur');
  const seen = await page.screenshot();
  await consumer.openChat();
  await attach(page, [picture(seen), pdf]);
  await expect(page.getByTestId('tray').getByRole('listitem')).toHaveCount(2);
  await expect(page.getByTestId('composer-note')).toHaveText('2 files ready to send');
  await consumer.say(`This is what I see, and my bill ${tag}`);
  const own = page.getByTestId('message').filter({ has: page.getByTestId('attachment') });
  await expect(own).toHaveCount(2);
  await isDrawn(own.first().getByRole('img', { name: 'what I see.png' }));

  await agent.take(tag);
  const files = agent.page.getByTestId('attachment');
  await expect(files).toHaveCount(2);
  await isDrawn(files.first().getByRole('img'));
  await files.first().click();
  const large = agent.page.getByTestId('picture');
  await isDrawn(large.getByRole('img', { name: 'what I see.png' }));
  await large.getByRole('button', { name: 'Close' }).click();
  const saved = agent.page.waitForEvent('download');
  await files.nth(1).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('bill of May.pdf');
  expect(await readFile(await download.path())).toEqual(PDF);

  await attach(agent.page, picture(await agent.page.screenshot(), 'press here.png'));
  await expect(agent.page.getByTestId('attached')).toContainText('Ready to send');
  await agent.page.getByTestId('send').click();
  await expect(files.last()).toContainText('press here.png');
  await expect(files.last()).toBeInViewport({ ratio: 1 });
  const answer = page.getByTestId('message').filter({ hasText: 'press here.png' });
  await isDrawn(answer.getByRole('img', { name: 'press here.png' }));
  await expect(answer.getByTestId('attachment')).toBeInViewport({ ratio: 0.9 });
  const opened = page.context().waitForEvent('page');
  await answer.getByTestId('attachment').click();
  expect((await opened).url()).toContain('/files/');
});

test('a file that is not what it seems is refused in words, and what was said goes on', async ({
  consumer,
  tag,
}) => {
  const { page } = consumer;
  await consumer.visit('/');
  await consumer.openChat();
  await attach(page, { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: PDF });
  await expect(page.getByTestId('composer-note')).toHaveText(/logo.svg is neither a picture nor a PDF/);
  await attach(page, picture(Buffer.from('<!doctype html>')));
  await page.getByTestId('send').click();
  const refused = page.getByTestId('message').filter({ hasText: 'what I see.png' });
  await expect(refused).toContainText('Only pictures and PDF files can be sent.');
  await consumer.say(`Never mind ${tag}`);
  await expect(consumer.message(tag)).toHaveAttribute('data-state', 'sent');
  await refused.getByTestId('discard').click();
  await expect(refused).toHaveCount(0);
});

test('a file on its way is cancelled, and what was written after it goes out', async ({ consumer, tag }) => {
  const { page } = consumer;
  await consumer.visit('/');
  await consumer.openChat();
  // It never arrives.
  await page.route('**/v1/attachments*', () => undefined);
  await attach(page, pdf);
  await page.getByTestId('send').click();
  const going = page.getByTestId('message').filter({ hasText: 'bill of May.pdf' });
  await expect(going.getByRole('progressbar', { name: 'Sending bill of May.pdf' })).toBeVisible();
  await page.getByTestId('composer').fill(`After it ${tag}`);
  await page.getByTestId('send').click();
  await going.getByRole('button', { name: 'Cancel bill of May.pdf' }).click();
  await expect(going).toHaveCount(0);
  await expect(consumer.message(tag)).toHaveAttribute('data-state', 'sent');
});
