import { expect, test } from '@countersign/playwright';

test('an agent sees the shop’s own customer verified, and the customer reads the answer', async ({
  signedInConsumer: customer,
  agent,
}) => {
  await expect(customer.page.getByRole('heading')).toHaveText(`Hello, ${customer.person.name}`);
  await customer.openChat();
  await expect(customer.identity).toHaveText(`Signed in as ${customer.person.name}`);
  await customer.say('Where is my lamp?');

  await agent.take('Where is my lamp?');
  const account = `SG-${customer.person.subjects['google']?.slice(-6)}`;
  expect(await agent.verifiedFacts()).toMatchObject({
    name: customer.person.name,
    account_number: account,
  });
  await expect(agent.pageFact('viewing')).toContainText('Lamps');

  await agent.answer('It left the house this morning.');
  await expect(customer.message('It left the house this morning.')).toBeVisible();
});

test('a token that Google made for another app signs nobody in, and the next one does', async ({
  consumer: customer,
  fault,
}) => {
  await fault.arm('another-audience');
  await customer.trySignIn();
  await expect(customer.page.getByRole('heading')).toHaveText(/Google could not sign you in/);
  await customer.signIn();
  await expect(customer.page.getByRole('heading')).toHaveText(`Hello, ${customer.person.name}`);
});

test('an hour and a quarter later the chat has nobody signed in, and shows nothing of them', async ({
  signedInConsumer: customer,
  clock,
}) => {
  await customer.openChat();
  await customer.say('My parcel came broken.');
  await clock.advance({ minutes: 75 });
  await expect(customer.identity).toHaveText('Signed out');
  await expect(customer.message('My parcel came broken.')).toHaveCount(0);
});
