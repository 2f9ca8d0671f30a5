import { createPrisma, type PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ActionServer } from './house/action-server.js';
import { take, watch } from './house/agent.js';
import { Backend } from './house/backend.js';
import { octoberBill, proposed, records } from './house/carded.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { OPERATOR_KEY } from './house/house.js';
import { implicit, makeLarkspur } from './house/larkspur.js';
import { type Several, startSeveral } from './house/several.js';

let several: Several;
let shop: ActionServer;
let desks: Desks;
let rows: PrismaClient;

beforeAll(async () => {
  [several, shop] = await Promise.all([
    startSeveral(2, { NODE_ENV: 'test', COUNTERSIGN_TEST_CLOCK: '1' }),
    ActionServer.open(),
  ]);
  desks = await Desks.open(several.house);
  rows = createPrisma(several.adminUrl);
});
afterAll(async () => {
  await Promise.all([several.close(), desks.close(), shop.close(), rows.$disconnect()]);
});

/** The process that is left finds the lease of the other one over. */
const later = (seconds: number) =>
  fetch(`${several.urls[1]}/v1/operator/test-clock`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds: seconds }),
  });

test('a process that is killed while the bank is charging leaves a card that another ends, charged once', async () => {
  const { house } = several;
  const made = await makeLarkspur(house, [implicit('site')]);
  const actions = { url: shop.url, secret: shop.secret };
  const larkspur = { ...made, brand: { ...made.brand, actions } };
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  const mara = await desks.line('larkspur', 'mara@gmail.com');
  const ada = await Consumer.verified(house, larkspur, { sub: 'charged-once' });
  const { conversation } = await ada.say('I would like to pay');
  await (await Backend.of(house, 'larkspur')).push('charged-once', 1, records);
  await take(mara, conversation);
  await watch(mara, conversation);
  const card = await proposed(mara, conversation, octoberBill);
  const bank = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let charged = 0;
  shop.carryOut = async () => {
    charged += 1;
    begun.resolve();
    await bank.promise;
    return { outcome: 'done', note: 'Paid.' };
  };
  void ada.line.ask('card:answer', { card: card.id, answer: 'accept', choice: 'bank' });
  await begun.promise;
  process.kill(several.pids[0] ?? 0, 'SIGKILL');
  bank.resolve();
  await later(20);
  const state = async () => (await rows.card.findFirstOrThrow({ where: { id: card.id } })).state;
  await expect.poll(state, { timeout: 20_000 }).toBe('done');
  expect(charged).toBe(1);
  expect(shop.asked.map(({ headers }) => headers['webhook-id'])).toEqual([card.id, card.id]);
  for (const line of [mara, ada.line]) line.close();
});
