import { createCountersign } from '@countersign/brand-kit';
import { openAcme } from '../fixtures/acme.js';
import { Agent } from '../fixtures/agent.js';
import { Consumer } from '../fixtures/consumer.js';
import { operatorOf } from '../fixtures/operator.js';
import { expect, test } from '../fixtures/test.js';

test('a brand that the operator adds proves its own customers, and its own agents answer', async ({
  world,
  idp,
  tag,
  page,
  agentsBrowser,
}) => {
  const slug = `acme-${tag}`;
  const acme = await openAcme(world.api, slug);
  const staff = { id: `n${tag}`, name: `Nia ${tag}`, email: `n${tag}@gmail.com` };
  await idp.person({ ...staff, emailVerified: true, issuers: ['google'] });
  const { clientId, clientSecret } = await idp.client({
    issuer: 'google',
    name: 'Acme’s desk',
    redirectUris: [`${world.api}/v1/agent/callback`],
  });
  const operator = operatorOf(world);
  const made = await operator.put(slug, {
    name: 'Acme',
    issuers: [
      { url: acme.origin, label: 'Acme', discovery: false, jwksUri: `${acme.origin}/.well-known/jwks.json` },
    ],
    connections: [
      {
        key: 'web',
        label: 'Website',
        flow: 'implicit',
        issuer: acme.origin,
        origins: [acme.origin],
        authoritative: ['*'],
        mapping: { sub: 'sub', name: 'name', account_number: 'account_number' },
        brandServerLabel: 'Acme',
      },
    ],
    agentSignIn: { issuer: `${world.idp}/google`, clientId, clientSecret },
    agents: [{ email: staff.email, name: staff.name }],
  });
  acme.setAudience(made.connections[0]?.audience ?? '');
  const apiKey = await operator.apiKey(slug, ['web'], ['facts:write', 'sessions:end', 'traces:read']);

  const consumer = new Consumer(page, acme.origin);
  await consumer.visit('/sign-in');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText('Signed in as Ines Okafor');
  await consumer.write('Where is my anvil?');

  const context = await agentsBrowser.newContext();
  const agent = new Agent(await context.newPage(), world.workspace, staff);
  await agent.signIn(slug);
  await agent.take('Where is my anvil?');
  await expect(agent.fact('account_number')).toContainText('AC-0042');
  await expect(agent.fact('account_number').getByTestId('seal')).toBeVisible();
  await expect(agent.pageFact('viewing')).toContainText('Anvils');

  const backend = createCountersign({ apiUrl: world.api, apiKey });
  const facts = { account_status: 'anvil on its way' };
  expect(await backend.pushFacts('web', 'c-42', { version: 1, asOf: new Date(), facts })).toBe('stored');
  await expect(agent.fact('account_status')).toContainText('anvil on its way');
  await backend.endSessions('web', 'c-42');
  await expect(consumer.message('Where is my anvil?')).toHaveCount(0);

  await context.close();
  await acme.close();
  await idp.removePerson(staff.id);
});
