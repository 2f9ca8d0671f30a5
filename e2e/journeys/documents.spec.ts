import { Agent } from '../fixtures/agent.js';
import { Consumer } from '../fixtures/consumer.js';
import { operatorOf } from '../fixtures/operator.js';
import { PrintedGuide } from '../fixtures/printed-guide.js';
import { PrintedSite } from '../fixtures/printed-site.js';
import { expect, test } from '../fixtures/test.js';

const CUSTOMER = { id: 'c-42', name: 'Ines Okafor', account_number: 'AC-0042' };

test('the guide that adds a brand works as it is printed: its calls, its page and its endpoint', async ({
  world,
  page,
  tag,
  agentsBrowser,
}) => {
  const slug = `acme-${tag}`;
  const staff = { id: `nia${tag}`, name: 'Nia Lund', email: `nia${tag}@gmail.com` };
  const site = await PrintedSite.open();
  const guide = new PrintedGuide('add-a-brand', world, {
    'http://localhost:8080': site.origin,
    'brands/acme': `brands/${slug}`,
    'brand="acme"': `brand="${slug}"`,
    'acme-desk': `desk-${tag}`,
    '"id": "nia"': `"id": "${staff.id}"`,
    'nia.lund@gmail.com': staff.email,
    "{your customer's subject, or empty}": CUSTOMER.id,
  });
  const [key = '', provider = '', brand = '', agents = '', facts = '', trace = '', ...more] = guide.of('sh');
  expect(more).toEqual([]);
  for (const commands of [key, provider, brand]) guide.run(commands);
  const made = await operatorOf(world).brand(slug);
  const [html = ''] = guide.of('html');
  const [endpoint = ''] = guide.of('ts');

  const { POST } = await guide.load<{ POST: (request: Request) => Promise<Response> }>(
    endpoint,
    `const audience = ${JSON.stringify(made.connections[0]?.audience)};
     const privateKey = ${guide.read('acme-privateKey.json')};
     const customerOfSession = async () => (${JSON.stringify(CUSTOMER)});
     const log = { error: (error) => process.stderr.write(String(error)) };`,
  );
  site.show(html, POST);
  const consumer = new Consumer(page, site.origin);
  await consumer.visit('/');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${CUSTOMER.name}`);
  await consumer.write('Where is my anvil?');

  const context = await agentsBrowser.newContext();
  const agent = new Agent(await context.newPage(), world.workspace, staff);
  await agent.signIn(slug);
  await agent.take('Where is my anvil?');
  await expect(agent.fact('account_number').getByTestId('seal')).toBeVisible();
  await expect(agent.pageFact('viewing')).toContainText('Anvils');

  // The operator's key was set with the brand: what follows has it at hand.
  guide.remember(brand.split('\n')[0] ?? '');
  guide.run(agents);
  const [makeKey = '', ...calls] = facts.split(/\n(?=curl)/);
  guide.remember(makeKey);
  expect(guide.run(calls.join('\n'))).toContain('"stored"');
  await expect(consumer.message('Where is my anvil?')).toHaveCount(0);
  expect(guide.run(trace.replace('{attempt}', site.asked.attempt ?? ''))).toContain('"outcome":"verified"');
  await context.close();
  guide.close();
  await site.close();
});
