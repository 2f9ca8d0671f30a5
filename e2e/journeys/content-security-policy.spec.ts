import { openBrandPage, type PageOf } from '../fixtures/brand-page.js';
import { Consumer } from '../fixtures/consumer.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { watchPolicy } from '../fixtures/policy-watch.js';
import { expect, test } from '../fixtures/test.js';

// As docs/guide/content-security-policy.md gives them.

const proof = `window.getChatProof = async ({ signal, ...attempt }) => {
  const answer = await fetch('/proof', { method: 'POST', body: JSON.stringify(attempt), signal });
  return answer.json();
};`;
const html =
  (subject: string): PageOf['html'] =>
  ({ api, brand, nonce }) =>
    `<!doctype html><html lang="en"><title>Acme</title><h1>Acme</h1>
<script nonce="${nonce}" src="${api}/widget.js" async></script>
<script nonce="${nonce}">${proof}</script>
<countersign-chat brand="${brand}" connection="web" signed-in-as="${subject}"></countersign-chat></html>`;

const policies: Record<string, PageOf['policy']> = {
  'that names the service’s address': ({ api, nonce }) =>
    [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' ${api}`,
      `connect-src 'self' ${api} ${api.replace(/^http/, 'ws')}`,
      "base-uri 'none'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types countersign',
    ].join('; '),
  'of nonces alone': ({ api, nonce }) =>
    [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `connect-src 'self' ${api} ${api.replace(/^http/, 'ws')}`,
    ].join('; '),
  'of nonces with strict-dynamic': ({ api, nonce }) =>
    [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `connect-src 'self' ${api} ${api.replace(/^http/, 'ws')}`,
      "require-trusted-types-for 'script'",
    ].join('; '),
};

for (const [name, policy] of Object.entries(policies))
  test(
    `a verified chat breaks nothing of a policy ${name}`,
    onlyInFull(!name.includes('strict-dynamic')),
    async ({ world, browser, tag }) => {
      const context = await browser.newContext();
      const violations = await watchPolicy(context);
      const site = await openBrandPage(world, `csp-${tag}`, {
        html: html('c-42'),
        ...(policy && { policy }),
      });
      const consumer = new Consumer(await context.newPage(), site.origin);
      await consumer.visit('/');
      await consumer.openChat();
      await expect(consumer.identity).toHaveText('Signed in as Ines Okafor');
      await consumer.say('Is everything in order?\nWith a second line');
      await expect(consumer.page.getByTestId('launcher')).toHaveCSS('background-color', 'rgb(31, 90, 70)');
      await expect(consumer.page.getByTestId('window')).toHaveCSS('position', 'fixed');
      await consumer.page.getByTestId('menu').click();
      await consumer.page.getByTestId('end').click();
      await expect(consumer.page.getByTestId('ended')).toBeVisible();
      expect(violations).toEqual([]);
      expect(site.reports).toEqual([]);
      await context.close();
      await site.close();
    },
  );

test('a policy that does not let the window in is told by the button, and by the browser', async ({
  world,
  browser,
  tag,
}) => {
  const context = await browser.newContext();
  const violations = await watchPolicy(context);
  const policy: PageOf['policy'] = ({ api, nonce }) =>
    `script-src 'sha256-none' 'nonce-${nonce}'; connect-src ${api}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const site = await openBrandPage(world, `csp-${tag}`, { html: html(''), policy });
  const consumer = new Consumer(await context.newPage(), site.origin);
  await consumer.visit('/');
  await consumer.page.getByTestId('launcher').click();
  await expect(consumer.page.getByTestId('launcher')).toHaveAccessibleName(
    'The chat did not load. Try again.',
  );
  // The browser tells of it when it has the time.
  await expect.poll(() => violations.length).toBeGreaterThan(0);
  await context.close();
  await site.close();
});

test('the shop’s policy, with Google’s window and the way back, is broken nowhere', async ({
  consumer,
  customer,
  tag,
}) => {
  const violations = await watchPolicy(consumer.page.context());
  await consumer.signIn(customer, 'google');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await consumer.say(`By the book ${tag}`);
  expect(violations).toEqual([]);
});
