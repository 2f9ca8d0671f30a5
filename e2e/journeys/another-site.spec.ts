import { Consumer } from '../fixtures/consumer.js';
import { expect, test } from '../fixtures/test.js';
import { under } from '../fixtures/world.js';

for (const [way, connection] of [
  ['google', 'google'],
  ['larkspur', 'own'],
  ['larkspur', 'signed'],
] as const)
  test(`a brand page on another site than the service works without third-party cookies: ${connection}`, async ({
    consumer,
    customer,
    world,
  }) => {
    const elsewhere = new Consumer(consumer.page, under(world.brandSite, '127.0.0.1'));
    await elsewhere.signIn(customer, way);
    await elsewhere.prefer(connection);
    await elsewhere.visit('/');
    await elsewhere.openChat();
    await expect(elsewhere.identity).toHaveText(`Signed in as ${customer.name}`);
    await elsewhere.say('From another site');
  });
