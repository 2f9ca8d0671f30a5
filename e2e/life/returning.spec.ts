import { expect, test } from '../fixtures/life.js';

test('whoever returns after a week proves themselves anew, and finds what was said', async ({
  consumer,
  customer,
  agent,
  clock,
  tag,
}) => {
  await consumer.prefer('own');
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.say(`See you next week ${tag}`);
  await agent.take(customer.name);
  await agent.answer(`Until then ${tag}`);
  await expect(consumer.message('Until then')).toHaveCount(1);
  await consumer.page.goto('about:blank');

  await clock.advance({ days: 7 });
  let proofs = 0;
  consumer.page.on('request', (request) => {
    if (request.url().endsWith('/api/chat-proof')) proofs += 1;
  });
  await consumer.visit('/');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(consumer.message(tag)).toHaveCount(2);
  expect(proofs).toBe(1);
  await consumer.say(`Here I am again ${tag}`);
});
