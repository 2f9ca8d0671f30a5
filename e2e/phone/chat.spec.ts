import { makeCustomer } from '../fixtures/people.js';
import { type AppConnection, expect, test } from '../fixtures/phone.js';

const ways: readonly (readonly [AppConnection, string])[] = [
  ['app-code', 'a code that the brand’s backend supplies'],
  ['app-signed', 'an envelope that the brand’s backend signs'],
];

for (const [connection, title] of ways)
  test(`a customer of the app is proven by ${title}, and every fact is sealed`, async ({
    phone,
    customer,
    agent,
    tag,
  }) => {
    await phone.start(connection);
    await phone.signIn(customer);
    await expect(phone.page.getByTestId('plan')).toContainText('Larkspur 40');
    await expect(phone.page.getByTestId('bill')).toContainText('£28.00');
    await phone.openChat();
    await expect(phone.identity).toContainText(customer.name);
    await phone.say(`What do I owe? ${tag}`);
    await agent.take(customer.name);

    for (const name of ['name', 'account_number', 'package', 'billing'])
      await expect(agent.fact(name).first()).toBeVisible();
    await expect(agent.fact('account_number')).toContainText(customer.account);
    await expect(agent.fact('account_number').getByTestId('seal')).toBeVisible();

    await agent.answer(`28 pounds ${tag}`);
    await expect(phone.message(`28 pounds ${tag}`)).toBeVisible();
  });

test('what comes while another screen is shown is counted, and read when the chat is', async ({
  phone,
  customer,
  agent,
  tag,
}) => {
  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await phone.say(`Anybody there? ${tag}`);
  await agent.take(customer.name);
  await agent.answer(`I am ${tag}`);
  await expect(phone.message(`I am ${tag}`)).toBeVisible();
  await phone.goHome();
  await agent.answer(`One ${tag}`);
  await agent.answer(`Two ${tag}`);
  await expect(phone.unread).toHaveText('2');
  await phone.openChat();
  await expect(phone.message(`Two ${tag}`)).toBeVisible();
  await expect(phone.unread).toHaveCount(0);
});

test('another person on the same phone finds nothing of the former one', async ({
  phone,
  customer,
  idp,
  tag,
}) => {
  const other = await makeCustomer(idp, `o${tag}`, `Ben ${tag}`);
  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await phone.say(`Something private ${tag}`);
  await phone.goHome();
  await phone.page.getByTestId('app-sign-out').tap();
  await phone.signIn(other);
  await phone.openChat();
  await expect(phone.identity).toContainText(other.name);
  await expect(phone.page.getByTestId('greeting')).toBeVisible();
  await expect(phone.message(tag)).toHaveCount(0);
  await idp.removePerson(`o${tag}`);
});
