import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { mightyIn } from './house/search.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;
let mighty: PrismaClient;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  mara = await desks.line('larkspur', 'mara@gmail.com');
  mighty = mightyIn(house);
});
afterAll(async () => {
  await mighty.$disconnect();
  mara.close();
  await desks.close();
  await house.close();
});

/** Whoever writes in the conversation stands before its row. */
async function somebodyWaits(): Promise<void> {
  await expect
    .poll(async () => {
      const waiting = await mighty.$queryRaw<unknown[]>`
        SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM conversations%'`;
      return waiting.length;
    })
    .toBe(1);
}

test('a no that waited while something else was asked does not decline that', async () => {
  const visitor = await Consumer.anonymous(house, larkspur);
  const { conversation } = await visitor.say('Who are you?');
  await take(mara, conversation);
  await mara.get('identity:request', { conversation, kind: 'sign-in' });
  const { panel } = await watch(mara, conversation);
  const first = await mighty.identityRequest.findFirstOrThrow({ where: { conversationId: conversation } });
  const { demands: _none, ...row } = first;
  const since = { ...row, id: randomUUID(), at: house.now() };

  const declined = await mighty.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM conversations WHERE id = ${conversation}::uuid FOR UPDATE`;
    const reply = visitor.line.get('identity:decline', { request: first.id });
    await somebodyWaits();
    const { brandId } = first;
    const which = { brandId_id: { brandId, id: first.id } };
    await tx.identityRequest.update({ where: which, data: { outcome: 'expired', settledAt: house.now() } });
    await tx.identityRequest.create({ data: since });
    return { reply };
  });
  await declined.reply;

  const open = await mighty.identityRequest.findMany({
    where: { conversationId: conversation, outcome: null },
  });
  expect(open.map(({ id }) => id)).toEqual([since.id]);
  const after = await watch(mara, conversation);
  expect(after.panel.history.length).toBe(panel.history.length);
  visitor.close();
});
