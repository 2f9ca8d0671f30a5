import { Agent } from '../fixtures/agent.js';
import { findingsOf } from '../fixtures/axe.js';
import { operatorOf } from '../fixtures/operator.js';
import { makeStaff } from '../fixtures/people.js';
import { expect, test } from '../fixtures/test.js';

test('an agent notes, names a colleague, and gives the conversation away; the customer reads who joined, and nothing else', async ({
  agent,
  agentsBrowser,
  consumer,
  idp,
  world,
  tag,
}) => {
  test.slow();
  const theo = await makeStaff(idp, `o${tag}`, 'larkspur.example');
  const name = `Theo ${tag}`;
  await operatorOf(world).invite('larkspur', { email: theo.email, name });
  const context = await agentsBrowser.newContext();
  const second = new Agent(await context.newPage(), world.workspace, theo);
  await second.comeIn(world.api);
  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`My bill is wrong ${tag}`);
  await agent.take(tag);
  await agent.answer('I shall look at it.');

  // A note, by keyboard: the colleague's name completes.
  const { page } = agent;
  await page.getByTestId('write-note').click();
  const note = page.getByTestId('note-composer');
  await expect(note).toBeFocused();
  await page.keyboard.type(`Was charged twice, @${tag.slice(0, 5)}`);
  await expect(page.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue(`Was charged twice, @${name} `);
  await page.getByTestId('add-note').click();
  await expect(page.getByTestId('note')).toContainText('Was charged twice');
  await expect(page.getByTestId('note')).toContainText('Only agents see this');
  expect(await findingsOf(page), 'a note').toEqual([]);
  await expect(second.page.getByTestId('mention')).toContainText('named you');

  // To Theo, who is told that he has it, and why.
  await page.getByTestId('assign').click();
  await page.getByRole('radio', { name }).check();
  await page.getByTestId('assign-note').fill('Refund of November, please check');
  expect(await findingsOf(page), 'giving away').toEqual([]);
  await page.getByTestId('assign-confirm').click();
  await expect(page.getByTestId('has-it')).toContainText(name);
  await expect(agent.panel.getByTestId('page-facts')).toHaveCount(0);

  await expect(second.page.getByTestId('mention').first()).toContainText('gave you a conversation');
  await second.page.getByTestId('mention').first().click();
  await expect(second.page.getByTestId('composer')).toBeEnabled();
  await expect(second.page.getByTestId('note')).toHaveCount(2);
  await expect(second.page.getByTestId('mention')).toHaveCount(0);
  await second.answer('Hello, Theo here.');

  const window = consumer.page.getByTestId('window');
  await expect(window).toContainText(`${name} joined`);
  await expect(consumer.message('Hello, Theo here.')).toBeVisible();
  await expect(window).not.toContainText('charged twice');
  await expect(window).not.toContainText('Refund');

  // Back in the queue, by the first agent's eyes.
  await second.page.getByTestId('assign').click();
  await second.page.getByTestId('assign-queue').check();
  await second.page.getByTestId('assign-confirm').click();
  await expect(page.getByTestId('take')).toBeVisible();
  await expect(window).toContainText('Waiting for somebody to answer');

  // Found again by its words, and opened where it stands.
  await page.getByRole('log').focus();
  await page.keyboard.press('s');
  await expect(page.getByTestId('search-field')).toBeFocused();
  await page.keyboard.type(`wrong ${tag}`);
  await expect(page.getByTestId('found')).toContainText('My bill is wrong');
  expect(await findingsOf(page), 'search').toEqual([]);
  await page.getByTestId('found').click();
  await expect(agent.message(`My bill is wrong ${tag}`)).toBeFocused();
  await context.close();
});

test('a lead keeps an answer; it says what is verified, and is held where something is not', async ({
  consumer,
  customer,
  lead,
  tag,
}) => {
  test.slow();
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say('What do I owe?');
  await lead.take(customer.name);
  await expect(lead.fact('billing').first()).toBeVisible();

  const { page } = lead;
  await page.getByTestId('canned').click();
  await page.getByTestId('canned-new').click();
  await expect(page.getByTestId('canned-title')).toBeFocused();
  await page.getByTestId('canned-title').fill(`Balance ${tag}`);
  await page.getByTestId('canned-text').fill('Hello {{name}}, {{Name}}');
  await expect(page.getByTestId('canned-save')).toBeDisabled();
  await page
    .getByTestId('canned-text')
    .fill('Hello {{name}}, you owe {{billing.balance}}. We call you at {{phone_number}}.');
  expect(await findingsOf(page), 'an answer').toEqual([]);
  await page.getByTestId('canned-save').click();
  await expect(page.getByTestId('canned-answer').filter({ hasText: tag })).toContainText('£28.00');
  await page.keyboard.press('Escape');

  const composer = page.getByTestId('composer');
  await composer.focus();
  await page.keyboard.type(`/${tag.slice(0, 6)}`);
  await expect(page.getByRole('option', { name: tag })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(composer).toHaveValue(
    `Hello ${customer.name}, you owe £28.00. We call you at {{phone_number}}. `,
  );
  await expect(page.getByTestId('unfilled')).toContainText('phone_number');
  await expect(page.getByTestId('send')).toBeDisabled();
  expect(await findingsOf(page), 'held').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(composer).not.toHaveValue('');
  await page.getByRole('button', { name: 'Take out phone_number' }).click();
  await page.getByTestId('send').click();
  await expect(consumer.message(`Hello ${customer.name}, you owe £28.00.`)).toBeVisible();
});

test('an agent who goes away is shown as away to colleagues, by a word', async ({
  agent,
  agentsBrowser,
  consumer,
  idp,
  world,
  tag,
}) => {
  const other = await makeStaff(idp, `w${tag}`, 'larkspur.example');
  const name = `Wim ${tag}`;
  await operatorOf(world).invite('larkspur', { email: other.email, name });
  const context = await agentsBrowser.newContext();
  const second = new Agent(await context.newPage(), world.workspace, other);
  await second.comeIn(world.api);
  await second.page.getByTestId('account-menu').click();
  const duty = second.page.getByTestId('duty-switch');
  await expect(duty).toContainText('Available');
  await duty.click();
  await expect(duty).toContainText('Away');
  expect(await findingsOf(second.page), 'account menu').toEqual([]);

  await consumer.visit('/');
  await consumer.openChat();
  await consumer.say(`Hello ${tag}`);
  await agent.take(tag);
  await agent.page.getByTestId('assign').click();
  await agent.page.getByRole('radio', { name }).check();
  await expect(agent.page.getByRole('dialog')).toContainText('is away');
  await context.close();
});
