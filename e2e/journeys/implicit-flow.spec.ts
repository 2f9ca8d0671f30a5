import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';

for (const [connection, title] of [
  ['signed', 'a signed envelope'],
  ['sealed', 'a signed and encrypted envelope'],
] as const)
  test(
    `a consumer proven by ${title} chats, and every fact is sealed by the brand`,
    onlyInFull(connection === 'signed'),
    async ({ consumer, customer, agent }) => {
      await consumer.signIn(customer, 'larkspur');
      await consumer.prefer(connection);
      await consumer.visit('/');
      await consumer.openChat();
      await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
      await consumer.write('Which plan am I on?');
      await agent.take(customer.name);

      for (const name of ['name', 'account_number', 'package', 'billing'])
        await expect(agent.fact(name).first()).toBeVisible();
      await expect(agent.fact('account_number')).toContainText(customer.account);
      await expect(agent.fact('account_number').getByTestId('seal')).toBeVisible();

      await agent.answer('Larkspur 40.');
      await expect(consumer.message('Larkspur 40.')).toBeVisible();
    },
  );
