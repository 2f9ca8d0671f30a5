import { expect, test } from '../fixtures/test.js';

test('a consumer proven by Google chats, and the agent sees what Google and the brand vouch for', async ({
  consumer,
  customer,
  agent,
}) => {
  await consumer.signInByHand(customer, 'google');
  await consumer.visit('/plans/larkspur-100');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await consumer.write('Is the bigger plan worth it for me?');
  await expect(agent.row(customer.name)).toBeVisible();
  await agent.take(customer.name);

  await expect(agent.message('Is the bigger plan worth it for me?')).toBeVisible();
  await expect(agent.fact('sub')).toContainText(customer.googleSubject);
  await expect(agent.fact('sub').getByTestId('seal')).toBeVisible();
  await expect(agent.fact('email')).toContainText(customer.email);
  for (const name of ['account_number', 'package', 'billing'])
    await expect(agent.fact(name).first()).toBeVisible();
  await expect(agent.panel).toContainText('Larkspur');
  await expect(agent.fact('name')).toHaveCount(0);
  await expect(agent.panel).toContainText(/from their google profile/i);
  await expect(agent.pageFact('viewing')).toContainText('100');
  await expect(agent.panel.getByTestId('page-facts').getByTestId('seal')).toHaveCount(0);

  await agent.answer('For what you use, yes.');
  await expect(consumer.message('For what you use, yes.')).toBeVisible();
});

test('a consumer who cancels at Google is declined, and may chat without signing in', async ({
  consumer,
  customer,
  idp,
  world,
}) => {
  await consumer.signIn(customer, 'google');
  await idp.person({
    id: customer.id,
    name: customer.name,
    issuers: ['larkspur'],
    subjects: { larkspur: customer.larkspurSubject },
  });
  const popup = consumer.page.waitForEvent('popup');
  await consumer.openChat();
  const window = await popup;
  await window.waitForURL((url) => url.origin === world.idp);
  await window.getByTestId('cancel').click();
  await expect(consumer.page.getByTestId('declined')).toBeVisible();
  await consumer.page.getByTestId('chat-anonymously').click();
  await expect(consumer.identity).toHaveText('Chatting anonymously');
  await idp.person({ id: customer.id });
});
