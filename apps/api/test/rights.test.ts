import { randomUUID } from 'node:crypto';
import { type AgentRole, may, rightOfEvent } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const roles = ['agent', 'lead', 'developer', 'admin'] as const satisfies readonly AgentRole[];
let house: House;
let desks: Desks;
let larkspur: Larkspur;
let ada: Consumer;
let conversation: string;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  const people = roles.map((role) => ({ email: `${role}@gmail.com`, name: role, role }));
  await desks.staff(larkspur, [...people, { email: 'fallen@gmail.com', name: 'Fallen' }]);
  ada = await Consumer.verified(house, larkspur);
  ({ conversation } = await ada.say('Hello'));
});
afterAll(async () => {
  ada.close();
  await desks.close();
  await house.close();
});

test.each(roles)('the console is open to the role %s where the table says so', async (role) => {
  const agent = await desks.agent('larkspur', `${role}@gmail.com`);
  expect((await agent.console('GET', '/connections')).status).toBe(may(role, 'develop') ? 200 : 403);
});

test.each(roles)(
  'a consumer is signed out everywhere by the role %s where the table says so',
  async (role) => {
    const line = await desks.line('larkspur', `${role}@gmail.com`);
    const refusal = may(role, 'lead') ? 'conversation_not_found' : 'lead_required';
    // Of a conversation that is not there: whoever may is told so, and ends nothing.
    const nowhere = { conversation: conversation.replace(/.$/, (last) => (last === '0' ? '1' : '0')) };
    expect(await line.problem('consumer:sign-out', nowhere)).toBe(refusal);
    line.close();
  },
);

test('every event looks at the role as it is now: one that means nothing may nothing', async () => {
  const line = await desks.line('larkspur', 'fallen@gmail.com');
  expect(await line.get('conversation:watch', { conversation })).toBeDefined();
  await house.database.agent.updateMany({ where: { name: 'Fallen' }, data: { role: 'guest' } });
  const words = { conversation, clientId: randomUUID(), text: 'Hello' };
  for (const [event, right] of Object.entries(rightOfEvent)) {
    const input = event === 'message:send' ? words : { conversation };
    expect([event, await line.problem(event, input)]).toEqual([
      event,
      right === 'lead' ? 'lead_required' : 'agent_session_required',
    ]);
  }
  line.close();
});
