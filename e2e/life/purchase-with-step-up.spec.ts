import type { PutBrand } from '@countersign/contracts';
import { becomes, cardIn, proposal } from '../fixtures/cards.js';
import { expect, test } from '../fixtures/life.js';

/** Who bought something a minute ago is asked again: the shop's own clock stands still, and it takes no signature of long after. */
const strict = (brand: PutBrand): PutBrand => ({
  ...brand,
  connections: brand.connections.map((connection) =>
    connection.key === 'own'
      ? { ...connection, stepUp: { maxAgeSeconds: 60 }, stepUpFor: ['offer'] }
      : connection,
  ),
});

test('a purchase that wants it proven anew who buys goes on by itself once it is', async ({
  consumer,
  customer,
  agent,
  brand,
  clock,
  tag,
}) => {
  await brand.setBrand(strict);
  await consumer.prefer('own');
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`I keep running out of data ${tag}`);
  await agent.take(customer.name);
  await expect(await proposal(agent, 'Larkspur 100')).toContainText('confirms anew who they are');
  await agent.page.getByTestId('send-proposal').click();
  const [theirs, ours] = [cardIn(consumer.page), cardIn(agent.page)];
  await expect(theirs).toContainText('You confirm that it is you before it is done.');

  // Three minutes in an instant cut the line: the answer goes once it is back.
  await clock.advance({ minutes: 3 });
  await theirs.getByRole('button', { name: 'Accept' }).click();
  await becomes(theirs, 'accepted');
  await expect(ours.getByTestId('card-state')).toContainText('once they have confirmed who they are');
  const request = consumer.page.getByTestId('identity-request');
  await expect(request).toContainText('To go on, confirm it is you');
  await request.getByTestId('decline-request').click();
  // Nobody has bought anything: it may be accepted again.
  await becomes(theirs, 'proposed');
  await theirs.getByRole('button', { name: 'Accept' }).click();
  await request.getByTestId('answer-request').click();
  await becomes(theirs, 'done');
  await becomes(ours, 'done');
  await expect(agent.fact('package').first()).toContainText('Larkspur 100');
});
