import { findingsOf } from '../fixtures/axe.js';
import { becomes, cardIn, proposal } from '../fixtures/cards.js';
import { expect, test } from '../fixtures/phone.js';

test('a bill is paid on the phone by the cheapest way, and an offer is declined', async ({
  phone,
  customer,
  agent,
  tag,
}) => {
  await phone.start();
  await phone.signIn(customer);
  await phone.openChat();
  await phone.say(`What do I owe? ${tag}`);
  await agent.take(customer.name);
  await proposal(agent, '\\w+ 20\\d\\d');
  await agent.page.getByTestId('send-proposal').click();
  const bill = phone.page.getByTestId('card').first();
  await expect(bill).toContainText('£28.00 to pay');
  await expect(bill.getByRole('radio', { name: /Cheapest/ })).toBeChecked();
  await bill.getByTestId('way-card').tap();
  await expect(bill.getByTestId('card-accept')).toHaveText('Pay £28.60');
  await bill.getByRole('radio', { name: /Cheapest/ }).tap();
  expect(await findingsOf(phone.page)).toEqual([]);
  await bill.getByTestId('card-accept').tap();
  await becomes(cardIn(agent.page), 'done');
  await expect(bill).toContainText('£28.00 paid');
  await expect(bill.getByTestId('card-accept')).toHaveCount(0);

  await proposal(agent, 'Larkspur 100');
  await agent.page.getByTestId('send-proposal').click();
  const offer = phone.page.getByTestId('card').nth(1);
  await expect(offer).toContainText('£10.00 more a month');
  await offer.getByTestId('card-decline').tap();
  await expect(offer.getByTestId('card-state')).toHaveText('You said no.');
  await becomes(cardIn(agent.page).nth(1), 'declined');
});
