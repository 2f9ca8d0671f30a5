import type { Page } from '@playwright/test';
import { conditionKeys } from '../fixtures/conditions.js';
import { expect, type Row, test } from '../fixtures/cross-site.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { OwnWindow } from '../fixtures/own-window.js';
import { openThirdParty } from '../fixtures/third-party.js';

const ways = [
  ['window-code', 'own'],
  ['window-fragment', 'own-fragment'],
  ['window-form-post', 'own-implicit'],
] as const satisfies readonly (readonly [Row, string])[];

const reloaded = new Set(['window-code, usual', 'window-form-post, no-windows']);

/** Its own sites and no others: what the window asks for, and of whom. */
function strangersOf(page: Page, allowed: readonly string[]): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !allowed.includes(origin)) found.push(request.url());
  });
  return found;
}

for (const [row, connection] of ways) {
  test(`a window of its own proves a consumer across sites, without third-party cookies, to an agent: ${row}`, async ({
    browse,
    world,
    customer,
    agent,
    shows,
  }) => {
    const chat = new OwnWindow(await (await browse('no-third-party-cookies')).newPage());
    const strangers = strangersOf(chat.page, [world.api, world.idp]);
    const addresses: string[] = [];
    chat.page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await chat.visit(world, connection);
    await chat.signIn(customer);
    await expect(chat.page).toHaveURL(`${world.api}/window/larkspur?connection=${connection}`);
    await chat.talksWith(agent, customer);
    expect(strangers).toEqual([]);
    // What proves is in no address the window stays at, and no token in any at all.
    expect(addresses.filter((address) => /\?.*id_token=/.test(address))).toEqual([]);
    const cookies = await chat.page.context().cookies(world.api);
    expect(cookies.map(({ name }) => name)).toEqual(['__Host-cs-larkspur']);
    for (const { secure, httpOnly, sameSite } of cookies)
      expect({ secure, httpOnly, sameSite }).toEqual({ secure: true, httpOnly: true, sameSite: 'Lax' });
    shows(row, 'no-third-party-cookies', 'works');
  });

  for (const condition of ['usual', 'no-windows'] as const)
    test(
      `a window of its own goes on after a reload: ${row}, ${condition}`,
      onlyInFull(!reloaded.has(`${row}, ${condition}`)),
      async ({ browse, world, customer, shows }) => {
        const chat = new OwnWindow(await (await browse(condition)).newPage());
        await chat.visit(world, connection);
        await chat.signIn(customer);
        await chat.say('Before');
        await chat.page.reload();
        await chat.isSignedInAs(customer);
        await expect(chat.message('Before')).toBeVisible();
        shows(row, condition, 'works');
      },
    );
}

for (const condition of conditionKeys)
  test(
    `a window of its own is refused in a frame: ${condition}`,
    onlyInFull(condition !== 'usual'),
    async ({ browse, world, shows }) => {
      const page = await (await browse(condition)).newPage();
      // A page of anybody's, whose own policy keeps nothing out.
      const site = await openThirdParty(world);
      await page.goto(site.page);
      const answered = page.waitForResponse((answer) => answer.url().includes('/window/larkspur'));
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }, `${world.api}/window/larkspur?connection=own`);
      const headers = await (await answered).allHeaders();
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      const frame = page.frameLocator('iframe');
      await expect(frame.getByTestId('window')).toHaveCount(0);
      await expect(frame.getByTestId('composer')).toHaveCount(0);
      shows('framed', condition, 'refused: `frame-ancestors`');
      site.close();
    },
  );

for (const condition of ['usual', 'no-third-party-cookies'] as const)
  test(
    `a chat is popped out of another site's page and goes on in both: ${condition}`,
    onlyInFull(condition === 'usual'),
    async ({ consumerWith, customer, shows }) => {
      const consumer = await consumerWith(condition);
      await consumer.signIn(customer, 'larkspur');
      await consumer.openChat();
      await consumer.say('In the page');
      await consumer.page.getByTestId('menu').click();
      const opening = consumer.page.context().waitForEvent('page');
      await consumer.page.getByTestId('pop-out').click();
      const chat = new OwnWindow(await opening);
      await chat.isSignedInAs(customer);
      await expect(chat.message('In the page')).toBeVisible();
      await chat.say('In its own window');
      await expect(consumer.message('In its own window')).toBeVisible();
      shows('pop-out', condition, 'works');
    },
  );

test('where windows are blocked a chat is not popped out, and the page offers the link', async ({
  consumerWith,
  customer,
  world,
  shows,
}) => {
  const consumer = await consumerWith('no-windows');
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say('In the page');
  await consumer.page.getByTestId('menu').click();
  await consumer.page.getByTestId('pop-out').click();
  const notice = consumer.page.getByTestId('pop-out-notice');
  await expect(notice).toContainText('The browser did not open a window.');
  await expect(notice.getByTestId('window-link')).toHaveAttribute(
    'href',
    `${world.api}/window/larkspur?connection=own`,
  );
  await consumer.say('And here it goes on');
  shows('pop-out', 'no-windows', 'refused: the browser opened no window; the link works');
});

test('what another origin says to the page while its provider’s window is open is not heard', async ({
  consumerWith,
  customer,
  idp,
  world,
}) => {
  const consumer = await consumerWith('no-third-party-cookies');
  await consumer.signIn(customer, 'google');
  // Unknown to Google now, so its window stays open and asks.
  const { id, name, larkspurSubject } = customer;
  await idp.person({ id, name, issuers: ['larkspur'], subjects: { larkspur: larkspurSubject } });
  const popup = consumer.page.waitForEvent('popup');
  await consumer.openChat();
  const window = await popup;
  await window.waitForURL((url) => url.origin === world.idp);
  const heard = consumer.page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        addEventListener('message', ({ origin }) => resolve(origin), { once: true }),
      ),
  );
  const page = await consumer.page.evaluate(() => location.href);
  await window.evaluate((target) => {
    const said = [{ kind: 'code', code: 'foreign' }, { kind: 'declined' }, { code: 'foreign', state: 'x' }];
    for (const one of said) globalThis.opener?.postMessage(one, new URL(target).origin);
  }, page);
  // It was said, and to the right page: that nothing came of it is the page's doing.
  expect(await heard).toBe(world.idp);
  await expect(consumer.page.getByTestId('declined')).toHaveCount(0);
  await expect(consumer.page.getByTestId('refusal')).toHaveCount(0);
  await window.getByTestId('cancel').click();
  await expect(consumer.page.getByTestId('declined')).toBeVisible();
});
