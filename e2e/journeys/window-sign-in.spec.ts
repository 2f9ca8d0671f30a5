import { OwnWindow } from '../fixtures/own-window.js';
import { expect, test } from '../fixtures/test.js';

// By the other ways, and refused in a frame: across sites, in cross-site/windows.spec.ts.
test('a chat in a window of its own is proven by a code, and talks with an agent', async ({
  page,
  world,
  customer,
  agent,
}) => {
  const chat = new OwnWindow(page);
  await chat.visit(world, 'own');
  await chat.signIn(customer);
  await expect(page).toHaveURL(`${world.api}/window/larkspur?connection=own`);
  await chat.talksWith(agent, customer);
  await expect(agent.fact('account_number')).toContainText(customer.account);
  await expect(agent.fact('account_number').getByTestId('seal')).toBeVisible();
  await page.reload();
  await chat.isSignedInAs(customer);
  await expect(chat.message('No fee by direct debit.')).toBeVisible();
});

test('a chat in a window of its own is proven by Google, with its consent', async ({
  page,
  world,
  customer,
}) => {
  const chat = new OwnWindow(page);
  await chat.visit(world, 'google');
  await chat.leave();
  await chat.choose(customer);
  const allow = page.getByTestId('allow');
  await expect(allow.or(chat.identity).first()).toBeVisible();
  if (await allow.isVisible()) await allow.click();
  await chat.isSignedInAs(customer);
});

test('whoever cancels at the provider is told so, and finds the way back', async ({ page, world }) => {
  const chat = new OwnWindow(page);
  await chat.visit(world, 'own');
  await chat.leave();
  await page.getByTestId('cancel').click();
  await expect(page.getByRole('heading')).toHaveText('You are not signed in');
  await page.getByTestId('back').click();
  await expect(chat.identity).toHaveText('Not signed in');
});

test('an error of the provider is a sentence, with the code and the attempt behind Details', async ({
  page,
  world,
  idp,
  customer,
}) => {
  const fault = 'provider-error-in-callback';
  await idp.fault({ issuer: 'larkspur', fault, aim: { loginHint: customer.id } });
  const chat = new OwnWindow(page);
  await chat.visit(world, 'own-implicit');
  await chat.leave();
  await chat.choose(customer);
  await expect(page.getByRole('heading')).toHaveText('Larkspur Mobile’s sign-in is not answering');
  const details = page.getByTestId('window-details');
  await details.getByText('Details').click();
  await expect(details).toContainText('Reason: temporarily_unavailable');
  await expect(details).toContainText(/Attempt: [\w-]{36}/);
  await page.getByTestId('back').click();
  // The provider knows by now who sits there, and asks nothing.
  await chat.askForProof();
  await chat.isSignedInAs(customer);
});

test('the back button leads out of the sign-in and never into somebody else’s', async ({
  page,
  world,
  customer,
}) => {
  const chat = new OwnWindow(page);
  await chat.visit(world, 'own-fragment');
  await chat.leave();
  await page.goBack();
  await expect(chat.identity).toHaveText('Not signed in');
  await chat.signIn(customer);
  await chat.say('Here I am');
  await page.goBack();
  await page.goForward();
  await chat.isSignedInAs(customer);
  await expect(chat.message('Here I am')).toBeVisible();
});

test('two windows of one browser sign in at once, each by its own way', async ({ page, world, customer }) => {
  const one = new OwnWindow(page);
  const two = new OwnWindow(await page.context().newPage());
  await one.visit(world, 'own');
  await two.visit(world, 'own-implicit');
  await one.leave();
  await two.leave();
  await one.choose(customer);
  await one.isSignedInAs(customer);
  await two.choose(customer);
  await two.isSignedInAs(customer);
  await two.say('From the second');
  await one.page.reload();
  await one.isSignedInAs(customer);
  await expect(one.message('From the second')).toBeVisible();
});

test('without signing in a window chats anonymously, and signs out of what it proved', async ({
  page,
  world,
  customer,
}) => {
  const chat = new OwnWindow(page);
  await chat.visit(world, 'own');
  await page.getByTestId('chat-anonymously').click();
  await chat.say('Do you sell phones?');
  await page.reload();
  await expect(chat.message('Do you sell phones?')).toBeVisible();
  await page.getByTestId('sign-in').click();
  await chat.choose(customer);
  await chat.isSignedInAs(customer);
  await page.getByTestId('menu').click();
  await page.getByTestId('sign-out').click();
  await expect(page.getByTestId('signed-out')).toBeVisible();
  await page.reload();
  await expect(chat.identity).toHaveText('Not signed in');
});

test('the window of its own is usable by keyboard and reads well to machines', async ({ page, world }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const chat = new OwnWindow(page);
  await chat.visit(world, 'own');
  await page.getByTestId('chat-anonymously').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('composer')).toBeFocused();
  await page.keyboard.type('By keys alone');
  await page.keyboard.press('Enter');
  await expect(chat.message('By keys alone')).toHaveAttribute('data-state', 'sent');
  expect(errors).toEqual([]);
});
