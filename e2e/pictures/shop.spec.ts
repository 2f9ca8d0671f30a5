import { under } from '../fixtures/world.js';
import { shot } from './camera.js';
import { test } from './cast.js';

test('the shop, before anybody signs in', async ({ cast }) => {
  const visitor = await cast.visitor();
  const { page } = visitor;
  for (const [name, path] of Object.entries({
    home: '/',
    plans: '/plans',
    plan: '/plans/larkspur-100',
    login: '/login',
    'not-found': '/nowhere',
  })) {
    await visitor.visit(path);
    await shot(page, `shop-${name}`);
  }
});

test('the shop, to a customer', async ({ cast }) => {
  const visitor = await cast.visitor();
  await visitor.signIn(await cast.customer('Ines Okafor'), 'larkspur');
  for (const name of ['account', 'billing', 'cart']) {
    await visitor.visit(`/${name}`);
    await shot(visitor.page, `shop-${name}`);
  }
});

test('the other brand, the lobby, the stand-in and its account chooser', async ({ cast, world }) => {
  const visitor = await cast.visitor();
  const { page } = visitor;
  await page.goto(under(world.brandSite, 'juniper.localhost'));
  await shot(page, 'juniper');
  await page.goto(`${world.brandSite}/lobby`);
  await shot(page, 'lobby');
  await page.goto(world.idp);
  await shot(page, 'stand-in');
  await visitor.visit('/login');
  await page
    .getByRole('link', { name: /larkspur id/i })
    .or(page.getByRole('button', { name: /larkspur id/i }))
    .first()
    .click();
  await page.getByTestId('account-ada').waitFor();
  await shot(page, 'account-chooser');
});
