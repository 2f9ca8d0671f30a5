import { createCountersign } from '@countersign/brand-kit';
import { Agent } from '../fixtures/agent.js';
import type { Consumer } from '../fixtures/consumer.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/life.js';
import { operatorOf } from '../fixtures/operator.js';
import { type Customer, makeStaff } from '../fixtures/people.js';

const arrive = async (device: Consumer, customer: Customer, text: string): Promise<void> => {
  await device.prefer('own');
  await device.signIn(customer, 'larkspur');
  await device.openChat();
  await device.say(text);
};
const isEmpty = async (device: Consumer, customer: Customer, tag: string): Promise<void> => {
  await expect(device.page.getByTestId('signed-out')).toBeVisible();
  await expect(device.page.getByTestId('window')).not.toContainText(tag);
  await expect(device.identity).not.toContainText(customer.name);
};

for (const [side, act] of [
  [
    'the page',
    ({ page }: Consumer) =>
      page.evaluate(() => {
        const chat = document.querySelector('countersign-chat') as unknown as { signOut(): Promise<void> };
        return chat.signOut();
      }),
  ],
  [
    'the chat’s own menu',
    async ({ page }: Consumer) => {
      await page.getByTestId('menu').click();
      await page.getByTestId('sign-out').click();
    },
  ],
] as const)
  test(
    `a sign-out by ${side} ends this browser’s chat, and no other device’s`,
    onlyInFull(side === 'the page'),
    async ({ consumer, phone, customer, clock: _, tag }) => {
      await arrive(consumer, customer, `On the laptop ${tag}`);
      await arrive(phone, customer, `On the phone ${tag}`);
      await act(consumer);
      await isEmpty(consumer, customer, 'On the laptop');
      await phone.say(`Still on the phone ${tag}`);
    },
  );

test(
  'a sign-out by the brand’s backend ends every device’s chat',
  onlyInFull(true),
  async ({ consumer, phone, customer, agent, world, clock: _, tag }) => {
    await arrive(consumer, customer, `On the laptop ${tag}`);
    await arrive(phone, customer, `On the phone ${tag}`);
    await agent.open(customer.name);
    const apiKey = await operatorOf(world).apiKey('larkspur', ['own'], ['sessions:end']);
    await createCountersign({ apiUrl: world.api, apiKey }).endSessions('own', customer.larkspurSubject);
    for (const device of [consumer, phone]) await isEmpty(device, customer, 'On the');
    await expect(agent.panel.getByTestId('who')).toContainText(/ended|signed out/i);
  },
);

test(
  'a sign-out by a lead ends every device’s chat',
  onlyInFull(true),
  async ({ consumer, phone, customer, agentsBrowser, world, idp, clock, tag }) => {
    await arrive(consumer, customer, `On the laptop ${tag}`);
    await arrive(phone, customer, `On the phone ${tag}`);
    const staff = await makeStaff(idp, `l${tag}`, 'larkspur.example');
    await operatorOf(world).invite('larkspur', { email: staff.email, name: staff.name, role: 'lead' });
    const context = await agentsBrowser.newContext();
    await clock.follow(context);
    const lead = new Agent(await context.newPage(), world.workspace, staff);
    await lead.signIn();
    await lead.open(customer.name);
    await lead.page.getByTestId('sign-out-everywhere').click();
    await lead.page.getByTestId('confirm').click();
    for (const device of [consumer, phone]) await isEmpty(device, customer, 'On the');
    await context.close();
    await idp.removePerson(staff.id);
  },
);

test('a logout token of the provider ends every device’s chat', async ({
  consumer,
  phone,
  customer,
  brand,
  world,
  idp,
  clock: _,
  tag,
}) => {
  await brand.setBrand((one) => ({
    ...one,
    connections: one.connections.map((connection) =>
      connection.key === 'own' ? { ...connection, backchannelLogout: true } : connection,
    ),
  }));
  const { connections } = await operatorOf(world).brand('larkspur');
  const id = connections.find(({ key }) => key === 'own')?.id;
  const backchannelLogoutUri = `${world.api}/v1/connections/${id}/backchannel-logout`;
  await idp.changeClient('larkspur', brand.secrets.clients.larkspurChat.clientId, { backchannelLogoutUri });
  await arrive(consumer, customer, `On the laptop ${tag}`);
  await arrive(phone, customer, `On the phone ${tag}`);
  await idp.logout('larkspur', customer.id, { by: 'subject' });
  for (const device of [consumer, phone]) await isEmpty(device, customer, 'On the');
});
