import type { FaultName, MockIdp } from '@countersign/mock-idp/control';
import type { Consumer } from '../fixtures/consumer.js';
import type { Customer } from '../fixtures/people.js';
import { expect, test } from '../fixtures/test.js';

/** Signed in at the brand, and from here on the provider misbehaves for this one person. */
async function arm(idp: MockIdp, consumer: Consumer, customer: Customer, fault: FaultName, shots = 1) {
  await consumer.signIn(customer, 'google');
  await idp.fault({ issuer: 'google', fault, aim: { loginHint: customer.id }, shots });
}

/** The same person on a fresh page: nothing of the trouble is left. */
async function isVerifiedAfterwards(consumer: Consumer, customer: Customer) {
  await consumer.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await consumer.visit('/');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
}

for (const [fault, reason] of [
  ['expired', 'token_expired'],
  ['token-down', 'provider_unavailable'],
] as const)
  test(`a provider whose fault is ${fault} is told as ${reason}, the chat lives, and the next login is verified`, async ({
    consumer,
    customer,
    idp,
    tag,
  }) => {
    await arm(idp, consumer, customer, fault);
    await consumer.openChat();
    const details = consumer.page.getByTestId('refusal-details');
    await expect(details.locator('code').first()).toHaveText(`Reason: ${reason}`, { useInnerText: false });
    await consumer.page.getByTestId('chat-anonymously').click();
    await consumer.say(`Still here ${tag}`);
    await isVerifiedAfterwards(consumer, customer);
  });

test('a person who says no at the provider may chat without signing in, and sign in later', async ({
  consumer,
  customer,
  idp,
  tag,
}) => {
  // Once silently, and once more on the screen that follows.
  await arm(idp, consumer, customer, 'denied', 2);
  await consumer.openChat();
  await expect(consumer.page.getByTestId('declined')).toBeVisible();
  await consumer.page.getByTestId('chat-anonymously').click();
  await consumer.say(`Still here ${tag}`);
  await isVerifiedAfterwards(consumer, customer);
});

test('whoever waits for a provider that says nothing cancels at once, chats, and signs in later', async ({
  consumer,
  customer,
  tag,
  world,
}) => {
  const { page } = consumer;
  await consumer.signIn(customer, 'google');
  const provider = new URL(world.idp).origin;
  const asks = ({ origin, searchParams }: URL) => origin === provider && searchParams.has('code_challenge');
  // It takes the request, and no answer comes.
  await page.context().route(asks, () => undefined);
  const opened = page.waitForEvent('popup');
  await consumer.openChat();
  const popup = await opened;
  await expect(page.getByTestId('progress')).toContainText('confirming it is you');
  await page.getByTestId('call-off').click();
  await expect(page.getByTestId('declined')).toBeVisible();
  await expect(() => expect(popup.isClosed()).toBe(true)).toPass();
  await page.getByTestId('chat-anonymously').click();
  await consumer.say(`Nobody had to wait ${tag}`);
  await page.context().unroute(asks);
  await page.getByTestId('sign-in').click();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
});
