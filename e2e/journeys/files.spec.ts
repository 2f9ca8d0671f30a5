import { expect, test } from '../fixtures/test.js';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n',
);
const pdf = { name: 'bill of May.pdf', mimeType: 'application/pdf', buffer: PDF };
const picture = (buffer: Buffer, name = 'what I see.png') => ({ name, mimeType: 'image/png', buffer });

test('a file that is not what it seems is refused in words, and what was said goes on', async ({
  consumer,
  tag,
}) => {
  const { page } = consumer;
  await consumer.visit('/');
  await consumer.openChat();
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: PDF });
  await expect(page.getByTestId('composer-note')).toHaveText('logo.svg is neither a picture nor a PDF.');
  await page.getByTestId('file-input').setInputFiles(picture(Buffer.from('<!doctype html>')));
  await page.getByTestId('send').click();
  const refused = page.getByTestId('message').filter({ hasText: 'what I see.png' });
  await expect(refused).toContainText(
    'Only pictures (PNG, JPEG, WebP, GIF, AVIF) and PDF files can be sent.',
  );
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
  await page.getByTestId('file-input').setInputFiles(pdf);
  await page.getByTestId('send').click();
  const going = page.getByTestId('message').filter({ hasText: 'bill of May.pdf' });
  await expect(going.getByRole('progressbar', { name: 'Sending bill of May.pdf' })).toBeVisible();
  await page.getByTestId('composer').fill(`After it ${tag}`);
  await page.getByTestId('send').click();
  await going.getByRole('button', { name: 'Cancel bill of May.pdf' }).click();
  await expect(going).toHaveCount(0);
  await expect(consumer.message(tag)).toHaveAttribute('data-state', 'sent');
});
