import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';

for (const way of ['google', 'larkspur'] as const)
  test(
    `a bill paid at the brand shows in the agent’s panel live, for a consumer proven by ${way}`,
    onlyInFull(way === 'larkspur'),
    async ({ consumer, customer, agent }) => {
      await consumer.signIn(customer, way);
      await consumer.openChat();
      await consumer.write('I am paying my bill now');
      await agent.take(customer.name);
      const billing = agent.fact('billing').first();
      await expect(billing).toContainText('Open, due');

      await consumer.visit('/billing');
      await consumer.page.getByRole('button', { name: /pay/i }).first().click();
      await expect(billing).not.toContainText('Open, due');
      await expect(billing).toContainText('Nothing open');
    },
  );
